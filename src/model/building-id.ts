/** Names of the property that identifies a building in tiles, first match wins. */
export const idProperties = ['id', 'identificatie', 'gml_id', 'gml:id'];
