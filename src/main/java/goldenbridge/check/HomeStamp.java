package goldenbridge.check;

import goldenbridge.graph.Home;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the files of a home look like from outside at one moment: names, times and sizes, without opening any. Two stamps are
 * equal as long as nothing was edited in between. Files whose names begin with a dot do not count: no command reads them.
 *
 * @param folders each with what tells it from another folder of the same name
 */
public record HomeStamp(Map<Path, Look> files, Map<Path, String> folders) {

  /**
   * @param id what tells the file from another of the same name, as far as the file system has such a thing
   */
  record Look(FileTime modified, long size, String id) {
    static Look of(BasicFileAttributes attributes) {
      return new Look(attributes.lastModifiedTime(), attributes.size(), String.valueOf(attributes.fileKey()));
    }
  }

  /** Looks at a home; what is missing or cannot be listed is not in the stamp. */
  public static HomeStamp of(Home home) {
    Walk walk = new Walk();
    for (Path folder : List.of(home.ontology(), home.data(), home.queries())) {
      try {
        Files.walkFileTree(folder.toRealPath(), walk); // the folder may be a link
      } catch (IOException gone) {
        // It will be found again when it is back.
      }
    }
    return new HomeStamp(walk.files, walk.folders);
  }

  static boolean counts(Path file) {
    return !file.getFileName().toString().startsWith(".");
  }

  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Map<Path, Look> files = new HashMap<>();
    private final Map<Path, String> folders = new HashMap<>();

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      folders.put(folder, String.valueOf(attributes.fileKey()));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (counts(file)) {
        files.put(file, Look.of(attributes.isSymbolicLink() ? target(file, attributes) : attributes));
      }
      return FileVisitResult.CONTINUE;
    }

    private static BasicFileAttributes target(Path link, BasicFileAttributes own) {
      try {
        return Files.readAttributes(link, BasicFileAttributes.class);
      } catch (IOException dangling) {
        return own;
      }
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failed) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException failed) {
      return FileVisitResult.CONTINUE;
    }
  }
}
