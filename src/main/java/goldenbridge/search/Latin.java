package goldenbridge.search;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Tells Cyrillic and Hangul in the Latin letters that people commonly write them with: Cyrillic after BGN/PCGN, Hangul after
 * the Revised Romanization, syllable by syllable. A dictionary's transliteration with its accents and half rings is not what
 * anyone types.
 */
final class Latin {
  private static final char FIRST_SYLLABLE = '\uAC00';
  private static final int SYLLABLES = 11_172;
  private static final int MEDIAL_COUNT = 21;
  private static final int FINAL_COUNT = 28;
  private static final String[] INITIALS = "g,kk,n,d,tt,r,m,b,pp,s,ss,,j,jj,ch,k,t,p,h".split(",");
  private static final String[] MEDIALS = "a,ae,ya,yae,eo,e,yeo,ye,o,wa,wae,oe,yo,u,wo,we,wi,yu,eu,ui,i".split(",");
  private static final String[] FINALS = ",k,k,k,n,n,n,t,l,k,m,l,l,l,p,l,m,p,p,t,t,ng,t,t,k,t,p,t".split(",");

  /** Letters that Unicode does not take apart into a plain one and an accent stand here too. */
  private static final Map<Character, String> LETTERS = letters(
      "а a б b в v г g ғ gh ґ g д d е e ё yo є ye ж zh з z и i й y і i ї yi к k қ q л l м m н n ң ng о o ө o п p р r с s т t у u ұ u "
          + "ү u ў u ф f х kh ҳ h һ h ц ts ч ch ҷ j џ dzh ш sh щ shch ъ - ы y ь - э e ә a ю yu я ya ђ dj ј j љ lj њ nj ћ c ѓ g ќ k "
          + "ı i ø o ł l đ d ð d þ th ß ss æ ae œ oe ə a");

  private Latin() {}

  /** Small letters; what is neither Cyrillic nor Hangul stays as it is. */
  static String of(String text) {
    StringBuilder latin = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).chars().forEach(letter -> append((char) letter, latin));
    return latin.toString();
  }

  private static void append(char letter, StringBuilder latin) {
    int syllable = letter - FIRST_SYLLABLE;
    if (syllable >= 0 && syllable < SYLLABLES) {
      latin.append(INITIALS[syllable / (MEDIAL_COUNT * FINAL_COUNT)])
          .append(MEDIALS[syllable / FINAL_COUNT % MEDIAL_COUNT])
          .append(FINALS[syllable % FINAL_COUNT]);
    } else {
      latin.append(LETTERS.getOrDefault(letter, Character.toString(letter)));
    }
  }

  private static Map<Character, String> letters(String pairs) {
    String[] words = pairs.split(" ");
    Map<Character, String> letters = new HashMap<>();
    for (int word = 0; word < words.length; word += 2) {
      letters.put(words[word].charAt(0), words[word + 1].replace("-", ""));
    }
    return Map.copyOf(letters);
  }
}
