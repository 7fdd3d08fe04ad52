// Sends what a button stands for; the extension decides what to do.
(function () {
    const host = acquireVsCodeApi();
    document.addEventListener('click', (event) => {
        const button = event.target.closest('button');
        if (button) {
            const { type, index, form, uri, line } = button.dataset;
            host.postMessage({ type, index: Number(index), form, uri, line: Number(line) });
        }
    });
    document.getElementById(document.body.dataset.first)?.scrollIntoView();
})();
