package goldenbridge.http;

import freemarker.ext.beans.BeansWrapperBuilder;
import freemarker.ext.beans.ResourceBundleModel;
import freemarker.template.Configuration;
import freemarker.template.TemplateModel;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * What the pages themselves say, in one language, and how numbers and dates are written in it. A language without words of its
 * own gets those in English.
 */
final class Words {
  private static final String BUNDLE = "words.words";
  /** Up to here a number may be a year, and is easily read in one piece. */
  private static final BigDecimal UNGROUPED = new BigDecimal(10_000);

  private final ResourceBundle bundle;
  private final Locale locale;

  private Words(ResourceBundle bundle) {
    this.bundle = bundle;
    this.locale = Locale.forLanguageTag(bundle.getString("language"));
  }

  static Words in(String language) {
    return new Words(ResourceBundle.getBundle(BUNDLE, Locale.forLanguageTag(language), Control.getNoFallbackControl(Control.FORMAT_PROPERTIES)));
  }

  /** The language that the words are in: not always the one asked for. */
  String language() {
    return locale.getLanguage();
  }

  String of(String key, Object... values) {
    return new MessageFormat(bundle.getString(key), locale).format(values);
  }

  /** The word of a key that is made from a value, or another text when there is none. */
  String or(String key, String other) {
    try {
      return bundle.getString(key);
    } catch (MissingResourceException none) {
      return other;
    }
  }

  /** For templates: {@code words.key}, or {@code words("key", value)}. */
  TemplateModel model() {
    return new ResourceBundleModel(bundle, new BeansWrapperBuilder(Configuration.VERSION_2_3_34).build());
  }

  /** With the digits in groups, without needless zeros. */
  String number(BigDecimal value) {
    DecimalFormat format = new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(locale));
    format.setGroupingUsed(value.abs().compareTo(UNGROUPED) >= 0);
    return format.format(value);
  }

  /** A day, month or year of the ISO calendar in words; any other text as it is. */
  String date(String text) {
    if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
      return DateTimeFormatter.ofPattern(bundle.getString("day"), locale).format(LocalDate.parse(text));
    }
    return text.matches("\\d{4}-\\d{2}") ? DateTimeFormatter.ofPattern(bundle.getString("month"), locale).format(YearMonth.parse(text)) : text;
  }

  /** A language's own name for itself. */
  static String nameOf(String language) {
    Locale itself = Locale.forLanguageTag(language);
    String name = itself.getDisplayLanguage(itself);
    return name.isEmpty() ? language : name.substring(0, 1).toUpperCase(itself) + name.substring(1);
  }
}
