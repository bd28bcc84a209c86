/** The reference of the viewer's bench: a `CesiumWidget` with the same terrain, map, tilesets and camera, and nothing else. */
import {
  Cartesian3,
  Cesium3DTileset,
  CesiumTerrainProvider,
  CesiumWidget,
  ImageryLayer,
  Ion,
  Rectangle,
  type Scene,
  UrlTemplateImageryProvider,
} from 'cesium';
import { parseMunicipality } from '../../../src/model/municipality.ts';
import { napHeight, napToEllipsoid, rdToLonLat } from '../../../src/model/rd.ts';

declare global {
  interface Window {
    bare?: { scene: Scene; idle(): Promise<void> };
  }
}

const base = '../made/markerwaard/';
Ion.defaultAccessToken = '';

const response = await fetch(`${base}municipality.json`);
const municipality = parseMunicipality(await response.json(), 'municipality.json');
const widget = new CesiumWidget('globe', { baseLayer: false });
const { scene } = widget;

if (municipality.terrain?.url)
  scene.terrainProvider = await CesiumTerrainProvider.fromUrl(base + municipality.terrain.url);
if (municipality.map?.url) {
  const [west, south, east, north] = municipality.map.rectangle ?? [-180, -85, 180, 85];
  const provider = new UrlTemplateImageryProvider({
    url: base + municipality.map.url,
    ...(municipality.map.maximumLevel === undefined ? {} : { maximumLevel: municipality.map.maximumLevel }),
    rectangle: Rectangle.fromDegrees(west, south, east, north),
  });
  scene.imageryLayers.add(new ImageryLayer(provider));
}
const addresses = [...municipality.buildings.map(({ url }) => url), municipality.trees?.url];
const tilesets: Cesium3DTileset[] = [];
for (const url of addresses) {
  if (url) tilesets.push(scene.primitives.add(await Cesium3DTileset.fromUrl(base + url)) as Cesium3DTileset);
}

const home = municipality.viewpoints[0];
if (!home) throw new Error('The municipality has no viewpoint.');
const [x, y, nap] = home.position;
const at = rdToLonLat({ x, y });
widget.camera.setView({
  destination: Cartesian3.fromDegrees(at.lon, at.lat, napToEllipsoid(napHeight(nap), at)),
  orientation: {
    heading: (home.headingDegrees * Math.PI) / 180,
    pitch: (home.pitchDegrees * Math.PI) / 180,
    roll: 0,
  },
});

/** Resolves after three frames in a row in which every tile of the view is there. */
function idle(): Promise<void> {
  return new Promise((resolve) => {
    let complete = 0;
    const stop = scene.postRender.addEventListener(() => {
      complete = scene.globe.tilesLoaded && tilesets.every((tileset) => tileset.tilesLoaded) ? complete + 1 : 0;
      if (complete < 3) return;
      stop();
      resolve();
    });
  });
}

window.bare = { scene, idle };
