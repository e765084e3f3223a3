/**
 * What the service says of itself in the words that other programs look for: VoID and DCAT, service description, example queries,
 * OpenAPI, code samples. All of it follows from a snapshot. Imports every room below {@code check}; {@code http} gives it out.
 */
package goldenbridge.about;
