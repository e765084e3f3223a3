package goldenbridge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableWriterTest {
  @Test
  void countsAWideCharacterAsTwoColumns() {
    assertEquals(6, TableWriter.columns("한국어"));
    assertEquals(5, TableWriter.columns("Қазақ"));
    assertEquals("""
        name    n
        ──────  ─
        한국어  1
        oak     2
        """, TableWriter.table(List.of("name", "n"), List.of(List.of("한국어", "1"), List.of("oak", "2")), TableWriter.UNLIMITED));
  }

  @Test
  void wrapsTheWidestColumnToTheWidth() {
    String table = TableWriter.table(List.of("word", "meaning"), List.of(List.of("hive", "a dwelling of bees, made by people or found in a tree")), 40);
    assertTrue(table.lines().allMatch(line -> TableWriter.columns(line) <= 40), table);
    assertTrue(table.lines().count() > 3, table);
    assertTrue(table.replaceAll("\\s+", " ").contains("made by people or found in a tree"), table);
  }

  @Test
  void wrapsWideCharactersInsideTheWidth() {
    String table = TableWriter.table(List.of("a", "b"), List.of(List.of("x", "카자흐스탄과 대한민국 사이의 방문과 회담과 협정에 관한 사실들")), 40);
    assertTrue(table.lines().allMatch(line -> TableWriter.columns(line) <= 40), table);
  }

  @Test
  void keepsEachRowInItsLines() {
    assertEquals(3, TableWriter.table(List.of("a"), List.of(List.of("one\ntwo")), TableWriter.UNLIMITED).lines().count());
  }
}
