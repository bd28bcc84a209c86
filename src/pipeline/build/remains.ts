import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Removes what builds that were broken off have left beside their outputs (see `writeBeside`). */
export async function removeRemains(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const maker = /^\..+\.(\d+)\.tmp$/.exec(name)?.[1];
    if (maker === undefined || isRunning(Number(maker))) continue;
    await rm(join(folder, name), { recursive: true, force: true });
  }
}
