/** Something that could not be read or drawn; the rest keeps working. */
export interface Problem {
  /** `municipality`, a layer, an index file, or a shared address (`newer-link`: made by a later version; `data`: with other data). */
  readonly what:
    | 'buildings'
    | 'trees'
    | 'labels'
    | 'map'
    | 'municipality'
    | 'texts'
    | 'terrain'
    | 'addresses'
    | 'streets'
    | 'buildingTable'
    | 'plan'
    | 'flood'
    | 'flood-gpu'
    | 'solar'
    | 'sunlight'
    | 'claims'
    | 'crowd'
    | 'counts'
    | 'evening'
    | 'scene'
    | 'link'
    | 'newer-link'
    | 'data';
  /** The address that failed, for the technical line. */
  readonly url: string;
  /** Technical reason in English. */
  readonly detail: string;
  /** Of `data`: the newest date among those it was made with, and among those that are here. */
  readonly dates?: { readonly made: string; readonly present: string };
}
