// The language servers that a served VS Code has started, found by the home folder that they were given.
import { readdirSync, readFileSync } from 'node:fs';

/** Their process ids. */
export function serverProcesses(home) {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => {
        const words = read(pid, 'cmdline').split('\0');
        return words.some((word) => word.endsWith('/canonym')) && words.includes('server') && read(pid, 'environ').split('\0').includes(`HOME=${home}`);
    });
}

/** The words of the command line of a process. */
export function commandOf(pid) {
    return read(pid, 'cmdline').replaceAll('\0', ' ');
}

function read(pid, file) {
    try {
        return readFileSync(`/proc/${pid}/${file}`, 'utf8');
    } catch {
        return ''; // It has ended meanwhile.
    }
}
