package goldenbridge.about;

/**
 * A few lines that run as they are and show how a program asks.
 *
 * @param lang the name of the language by which tools highlight it, such as {@code Python}
 * @param label for people
 */
public record CodeSample(String lang, String label, String source) {}
