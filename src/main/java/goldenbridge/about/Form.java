package goldenbridge.about;

/**
 * One form in which an answer can be had.
 *
 * @param name for {@code format=} and as a suffix
 */
public record Form(String name, String mediaType) {}
