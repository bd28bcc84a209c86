/** `npm run bench [-- name…]`: prints every bar of the project beside the figure that this machine reaches. */
const benches: Record<string, () => Promise<unknown>> = {
  tiles: async () => (await import('./tiles.ts')).benchTiles(),
  terrain: async () => (await import('./terrain.ts')).benchTerrain(),
  map: async () => (await import('./map.ts')).benchMap(),
  outlook: async () => (await import('./outlook.ts')).benchOutlook(),
  plans: async () => (await import('./plans.ts')).benchPlans(),
  flood: async () => (await import('./flood.ts')).benchFlood(),
  'flood-webgpu': async () => (await import('./flood-webgpu.ts')).benchFloodGpu(),
  solar: async () => (await import('./solar.ts')).benchSolar(),
  water: async () => (await import('./water.ts')).benchWater(),
  claims: async () => (await import('./claims.ts')).benchClaims(),
  'claims-scene': async () => (await import('./claims-scene.ts')).benchClaimsScene(),
  'crowd-scene': async () => (await import('./crowd-scene.ts')).benchCrowdScene(),
  crowd: async () => (await import('./crowd.ts')).benchCrowd(),
  viewer: async () => (await import('./viewer.ts')).benchViewer(),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`No bench is called ${unknown.join(', ')}: choose from ${Object.keys(benches).join(', ')}.`);
  process.exitCode = 2;
} else {
  for (const [name, bench] of Object.entries(benches)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    console.log(`\n${name}`);
    await bench();
  }
}

export {};
