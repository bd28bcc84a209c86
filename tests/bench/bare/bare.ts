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
    bare?: { scene: Scene };
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
for (const url of addresses) if (url) scene.primitives.add(await Cesium3DTileset.fromUrl(base + url));

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

window.bare = { scene };
