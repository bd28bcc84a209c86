import { type ChildProcess, spawn } from 'node:child_process';
import { hasXvfb } from './browser.ts';

/** Starts an X server in memory when there is no display; returns the function that ends it. */
export async function startDisplay(): Promise<() => void> {
  if (process.platform !== 'linux' || process.env['DISPLAY'] || !hasXvfb) return () => undefined;
  const server: ChildProcess = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = await new Promise<string>((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended at once with code ${code}.`)));
    server.stdio[3]?.once('data', (data: Buffer) => resolve(data.toString().trim()));
  });
  server.removeAllListeners('exit');
  process.env['DISPLAY'] = `:${display}`;
  return () => {
    server.kill();
    delete process.env['DISPLAY'];
  };
}
