package goldenbridge.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import goldenbridge.fault.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {
  @Test
  void decodesNamesAndValues() {
    Parameters parameters = Parameters.of("a=1&b=%D2%9B%D0%B0+%ED%95%9C%26&a=2&&empty=&bare&%C3%A9=x%2By");
    assertEquals(List.of("1", "2"), parameters.all("a"));
    assertEquals(Optional.of("қа 한&"), parameters.text("b"));
    assertEquals(List.of(""), parameters.all("empty"));
    assertEquals(List.of(""), parameters.all("bare"));
    assertEquals(Optional.of("x+y"), parameters.text("é"));
    assertEquals(Optional.empty(), parameters.text("empty"));
  }

  @Test
  void takesLettersThatWereNotEscaped() {
    assertEquals(Optional.of("қазақ 한국"), Parameters.of("q=қазақ%20한국").text("q"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "%f", "a=%ff", "a=%C3", "a=%ED%A0%80"})
  void refusesWhatIsNoUtf8(String encoded) {
    assertEquals("bad-encoding", assertThrows(ProblemException.class, () -> Parameters.of(encoded)).problem().code());
  }

  @Test
  void keepsOrderAndRepetitionWhenWrittenAgain() {
    String encoded = "b=1&a=x+y&a=%26&page=2";
    assertEquals(encoded, Parameters.of(encoded).encoded());
    assertEquals("b=1&a=x+y&a=%26&page=3", Parameters.of(encoded).with("page", "3").encoded());
    assertEquals("b=1", Parameters.of(encoded).without(Set.of("a", "page")).encoded());
  }
}
