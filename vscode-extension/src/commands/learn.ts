import { Command } from '../protocol';
import type { Session } from '../server/session';
import { chooseFolder } from '../workspace';

/** Learns the termbase of a folder from its corpus; the server shows progress and says the result. */
export async function learn(session: Session): Promise<void> {
    const folder = await chooseFolder();
    if (folder !== undefined) {
        await session.execute(Command.learn, { root: folder.uri.toString() });
    }
}
