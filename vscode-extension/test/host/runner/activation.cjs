// In a folder without anything of ours: the extension sleeps, and wakes up fast.
const assert = require('node:assert/strict');
const { performance } = require('node:perf_hooks');
const { canonym, runAll } = require('./harness.cjs');

exports.run = () => runAll({
    'it is not active where it has nothing to do': () => assert.equal(canonym().isActive, false),
    'it activates in less than 200 ms': async () => {
        const start = performance.now();
        await canonym().activate();
        const milliseconds = performance.now() - start;
        console.log(`figure: activation ${milliseconds.toFixed(0)} ms`);
        assert.ok(milliseconds < 200, `took ${milliseconds} ms`);
    },
});
