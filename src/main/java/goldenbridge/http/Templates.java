package goldenbridge.http;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The HTML pages. Every value is escaped by the template engine; a template cannot reach Java beyond its model. */
final class Templates {
  private final Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);

  Templates() {
    configuration.setClassLoaderForTemplateLoading(Templates.class.getClassLoader(), "templates");
    configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
    configuration.setOutputEncoding(StandardCharsets.UTF_8.name());
    configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
    configuration.setLocale(Locale.ROOT);
    configuration.setNumberFormat("computer");
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
  }

  /** Writes a page of {@code templates/NAME.ftlh}; the stream stays open. */
  void write(String name, Frame frame, Map<String, Object> model, OutputStream out) throws IOException {
    Map<String, Object> all = new HashMap<>(frame.model());
    all.putAll(model);
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    try {
      configuration.getTemplate(name + ".ftlh").process(all, writer);
    } catch (TemplateException wrong) {
      throw new IllegalStateException("template " + name, wrong);
    }
    writer.flush();
  }
}
