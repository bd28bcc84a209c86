/** Why a file was refused, and what to do about it. */
import type { ImportProblem } from '../../model/import-problem.ts';
import type { Format } from '../format.ts';

type Code = ImportProblem['code'];
interface ImportText {
  /** What is wrong, in one sentence. */
  readonly problem: (problem: ImportProblem, format: Format) => string;
  readonly advice: Record<Code, string>;
}

const megabytes = (bytes: number, format: Format) => `${format.number(bytes / 1e6, bytes < 1e7 ? 1 : 0)} MB`;

const plainNl: Partial<Record<Code, string>> = {
  empty: 'Het bestand is leeg.',
  'unknown-type': 'Dit soort bestand kan hier niet worden geplaatst.',
  'unknown-content': 'De inhoud is geen GeoJSON, CityJSON of glTF.',
  zipped: 'Het bestand is ingepakt (zip of gzip).',
  'glb-magic': 'Het bestand heet glb, maar is het niet: het begin klopt niet.',
  'gltf-empty': 'Er staat geen vorm in het model, of de grenzen van de vorm ontbreken.',
  'no-volumes': 'Er staat geen enkel vlak (Polygon) in het bestand.',
  'no-buildings': 'Er staat geen enkel gebouw met een 3D-vorm in het bestand.',
};

const nl: ImportText = {
  problem(problem, format) {
    switch (problem.code) {
      case 'too-big':
        return `Het bestand is ${megabytes(problem.bytes, format)}. Meer dan ${megabytes(problem.limit, format)} gaat niet.`;
      case 'too-many':
        return `Er staan ${format.number(problem.count)} gebouwen in. Meer dan ${format.number(problem.limit)} gaat niet.`;
      case 'too-many-corners':
        return `Een omtrek van ${problem.feature} heeft ${format.number(problem.count)} hoeken. Meer dan ${format.number(problem.limit)} gaat niet.`;
      case 'broken-json':
        return `Het bestand is geen geldige JSON: fout op regel ${problem.line}, teken ${problem.column}.`;
      case 'wrong-place':
        return `De coördinaat ${problem.x}, ${problem.y} ligt niet in Nederland, niet als RD en niet als lengte en breedte.`;
      case 'wrong-crs':
        return `Het bestand is in het stelsel ${problem.crs}. Dat wordt hier niet gelezen.`;
      case 'no-heights':
        return `Bij ${problem.feature} ontbreken de hoogten ‘lower’ en ‘upper’.`;
      case 'bad-content':
        return `De inhoud klopt niet: ${problem.detail}`;
      case 'glb-version':
        return `Dit is glTF versie ${problem.version}. Alleen versie 2 wordt gelezen.`;
      case 'glb-short':
        return `Het bestand is niet compleet: het zegt ${format.number(problem.said)} bytes te zijn, het zijn er ${format.number(problem.real)}.`;
      case 'gltf-external':
        return `Het model verwijst naar een ander bestand: ${problem.uri}.`;
      case 'gltf-compressed':
        return `Het model is gecomprimeerd (${problem.extension}).`;
      case 'gltf-size':
        return `Het model is ${format.number(problem.metres, problem.metres < 1 ? 2 : 0)} meter groot. Dat kan niet kloppen.`;
      default:
        return plainNl[problem.code] ?? problem.code;
    }
  },
  advice: {
    empty: 'Bewaar het opnieuw en probeer het nog een keer.',
    'unknown-type': 'Kies een bestand dat eindigt op .geojson, .json, .city.json, .city.jsonl, .glb of .gltf.',
    'unknown-content': 'Kijk of u het goede bestand hebt gekozen.',
    zipped: 'Pak het eerst uit.',
    'glb-magic': 'Exporteer het model opnieuw als glTF 2.0, binair (glb).',
    'gltf-empty': 'Exporteer het model opnieuw, met de vormen erbij.',
    'no-volumes': 'Neem de omtrekken van de gebouwen op als vlakken, met ‘lower’ en ‘upper’.',
    'no-buildings': 'Neem objecten van het type Building op met een Solid of MultiSurface.',
    'too-big': 'Bewaar alleen het deel dat u nodig hebt, of vereenvoudig het model.',
    'too-many': 'Bewaar alleen de gebouwen van het plan.',
    'too-many-corners': 'Vereenvoudig de omtrek.',
    'broken-json': 'Bewaar het bestand opnieuw vanuit het programma waar het uit komt.',
    'wrong-place': 'Bewaar GeoJSON in WGS84 (lengte, breedte) of met een ‘crs’ voor RD; bewaar CityJSON in RD en NAP.',
    'wrong-crs': 'Gebruik EPSG:28992 of EPSG:7415 (RD), of bij GeoJSON lengte en breedte in WGS84.',
    'no-heights': 'Geef elk vlak ‘lower’ en ‘upper’ in meters, en ‘reference’: peil, nap of ground.',
    'bad-content': 'Herstel dit in het bestand en plaats het opnieuw.',
    'glb-version': 'Exporteer het model als glTF 2.0.',
    'glb-short': 'Kopieer of download het bestand opnieuw.',
    'gltf-external': 'Exporteer als glb: dan zit alles in één bestand.',
    'gltf-compressed': 'Exporteer het model zonder compressie.',
    'gltf-size': 'Exporteer het model in meters.',
  },
};

const plainEn: Partial<Record<Code, string>> = {
  empty: 'The file is empty.',
  'unknown-type': 'A file of this kind cannot be placed here.',
  'unknown-content': 'The content is no GeoJSON, CityJSON or glTF.',
  zipped: 'The file is packed (zip or gzip).',
  'glb-magic': 'The file is called glb but is none: its beginning is wrong.',
  'gltf-empty': 'There is no shape in the model, or the bounds of the shape are missing.',
  'no-volumes': 'There is not a single area (Polygon) in the file.',
  'no-buildings': 'There is not a single building with a 3D shape in the file.',
};

const en: ImportText = {
  problem(problem, format) {
    switch (problem.code) {
      case 'too-big':
        return `The file is ${megabytes(problem.bytes, format)}. More than ${megabytes(problem.limit, format)} is too much.`;
      case 'too-many':
        return `It holds ${format.number(problem.count)} buildings. More than ${format.number(problem.limit)} is too much.`;
      case 'too-many-corners':
        return `An outline of ${problem.feature} has ${format.number(problem.count)} corners. More than ${format.number(problem.limit)} is too much.`;
      case 'broken-json':
        return `The file is not valid JSON: wrong at line ${problem.line}, character ${problem.column}.`;
      case 'wrong-place':
        return `The coordinate ${problem.x}, ${problem.y} is not in the Netherlands, neither as RD nor as longitude and latitude.`;
      case 'wrong-crs':
        return `The file is in the system ${problem.crs}, which is not read here.`;
      case 'no-heights':
        return `The heights ‘lower’ and ‘upper’ are missing in ${problem.feature}.`;
      case 'bad-content':
        return `The content is wrong: ${problem.detail}`;
      case 'glb-version':
        return `This is glTF version ${problem.version}. Only version 2 is read.`;
      case 'glb-short':
        return `The file is not whole: it says it is ${format.number(problem.said)} bytes, it is ${format.number(problem.real)}.`;
      case 'gltf-external':
        return `The model refers to another file: ${problem.uri}.`;
      case 'gltf-compressed':
        return `The model is compressed (${problem.extension}).`;
      case 'gltf-size':
        return `The model is ${format.number(problem.metres, problem.metres < 1 ? 2 : 0)} metres large. That cannot be right.`;
      default:
        return plainEn[problem.code] ?? problem.code;
    }
  },
  advice: {
    empty: 'Save it again and try once more.',
    'unknown-type': 'Choose a file that ends in .geojson, .json, .city.json, .city.jsonl, .glb or .gltf.',
    'unknown-content': 'See whether you chose the right file.',
    zipped: 'Unpack it first.',
    'glb-magic': 'Export the model again as glTF 2.0, binary (glb).',
    'gltf-empty': 'Export the model again, with its shapes.',
    'no-volumes': 'Put the outlines of the buildings in it as polygons, with ‘lower’ and ‘upper’.',
    'no-buildings': 'Put objects of type Building in it, with a Solid or MultiSurface.',
    'too-big': 'Save only the part that you need, or simplify the model.',
    'too-many': 'Save only the buildings of the plan.',
    'too-many-corners': 'Simplify the outline.',
    'broken-json': 'Save the file again from the program that it comes from.',
    'wrong-place': 'Save GeoJSON in WGS84 (longitude, latitude) or with a ‘crs’ for RD; save CityJSON in RD and NAP.',
    'wrong-crs': 'Use EPSG:28992 or EPSG:7415 (RD), or longitude and latitude in WGS84 for GeoJSON.',
    'no-heights': 'Give each polygon ‘lower’ and ‘upper’ in metres, and ‘reference’: peil, nap or ground.',
    'bad-content': 'Mend this in the file and place it again.',
    'glb-version': 'Export the model as glTF 2.0.',
    'glb-short': 'Copy or download the file again.',
    'gltf-external': 'Export as glb: then everything is in one file.',
    'gltf-compressed': 'Export the model without compression.',
    'gltf-size': 'Export the model in metres.',
  },
};

export const importText = { nl, en };
