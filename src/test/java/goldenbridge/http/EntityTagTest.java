package goldenbridge.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class EntityTagTest {
  private static final EntityTag TAG = new EntityTag("\"abc\"");

  @Test
  void isFoundInAList() {
    assertTrue(TAG.isIn("\"abc\""));
    assertTrue(TAG.isIn("\"x\", W/\"abc\" , \"y\""));
    assertTrue(TAG.isIn("*"));
    assertFalse(TAG.isIn(""));
    assertFalse(TAG.isIn("abc"));
    assertFalse(TAG.isIn("\"abcd\""));
  }
}
