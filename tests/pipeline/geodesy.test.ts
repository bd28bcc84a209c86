import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const cli = ['--import', 'tsx', 'src/cli.ts', 'geodesy'];
const point = 'latitude_deg,longitude_deg,h_ellipsoid_m\n52.393446070,4.913738955,214.6078\n';

describe('cli geodesy', () => {
  it('converts an official point to RD New and NAP with four decimals, and back with nine', () => {
    const rd = execFileSync(process.execPath, cli, { input: point, encoding: 'utf8' });
    const [header, row] = rd.trim().split('\n') as [string, string];
    expect(header).toBe('rd_x_m,rd_y_m,nap_m');
    expect(row).toMatch(/^\d+\.\d{4},\d+\.\d{4},\d+\.\d{4}$/);
    const [x, y, nap] = row.split(',').map(Number) as [number, number, number];
    expect(Math.hypot(x - 122772.1358, y - 489616.237)).toBeLessThan(0.02);
    expect(Math.abs(nap - 171.66)).toBeLessThan(0.015);
    const back = execFileSync(process.execPath, [...cli, '--inverse'], { input: rd, encoding: 'utf8' });
    expect(back).toBe(point);
  });

  it.each([
    ['latitude_deg,longitude_deg\n52,5\n', /line 1: column h_ellipsoid_m is missing/],
    ['latitude_deg,longitude_deg,h_ellipsoid_m\n52,five,0\n', /line 2: longitude_deg "five" is not a number/],
    ['latitude_deg,longitude_deg,h_ellipsoid_m\n48.8,2.3,0\n', /line 2: .*outside the table/],
  ])('refuses %j with one line and exit code 1', (input, message) => {
    const result = spawnSync(process.execPath, cli, { input, encoding: 'utf8' });
    expect(result.status).toBe(1);
    expect(result.stdout).toBe('');
    expect(result.stderr.trim().split('\n')).toHaveLength(1);
    expect(result.stderr).toMatch(message);
  });

  it('answers wrong usage with exit code 2', () => {
    expect(spawnSync(process.execPath, [...cli, '--upside-down'], { input: point }).status).toBe(2);
  });
});
