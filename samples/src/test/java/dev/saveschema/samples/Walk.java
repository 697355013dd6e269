package dev.saveschema.samples;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page that is walked: a block of code below a paragraph that ends with a file's name and a colon becomes that file, and the commands of a
 * block of the console are typed into a shell.
 */
record Walk(Sample folder) {

    private static final Pattern FILE = Pattern.compile(".*`([A-Za-z.]+)`:");
    private static final String SHOWN_FOLDER = "/home/you/game";

    /** The page with what the commands really print. */
    String of(String page) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        String fence = "";
        String file = "";
        StringBuilder content = new StringBuilder();
        for (String line : page.lines().toList()) {
            if (line.startsWith("```")) {
                if (fence.equals("java") && !file.isEmpty()) {
                    Files.writeString(folder.file(file), content);
                }
                fence = fence.isEmpty() ? line.substring(3) + (line.length() == 3 ? "text" : "") : "";
                content.setLength(0);
                lines.add(line);
            } else if (fence.equals("console")) {
                if (line.startsWith("$ ")) {
                    lines.add(line);
                    lines.addAll(printed(line.substring(2)));
                }
            } else {
                content.append(line).append('\n');
                lines.add(line);
                Matcher named = FILE.matcher(line);
                if (fence.isEmpty() && !line.isEmpty()) {
                    file = named.matches() ? named.group(1) : "";
                }
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private List<String> printed(String command) throws IOException, InterruptedException {
        String jdk = Path.of(System.getProperty("java.home"), "bin").toString();
        Map<String, String> environment =
                Map.of("PATH", jdk + File.pathSeparator + System.getenv("PATH"), "LC_ALL", "C.UTF-8", "TZ", "UTC");
        return folder.run(List.of("sh", "-c", command), environment)
                .output()
                .replace(folder.directory().toAbsolutePath().normalize().toString(), SHOWN_FOLDER)
                .replaceAll("\\d{8}T\\d{6}Z-[0-9a-f]{8}", "20261122T194703Z-4ea1af90")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z", "2026-11-22T19:47:03Z")
                .replaceAll("\"id\": \"[0-9a-f]{16}\"", "\"id\": \"6f1c0a9b5e3d7712\"")
                .replaceAll("\"parent\": \"[0-9a-f]{16}\"", "\"parent\": \"08d1e7c2a9f4b365\"")
                .replaceAll("\"sum\": \"[0-9a-f]{16}\"", "\"sum\": \"386a0d028b61fafa\"")
                // how logs spell a time differs between JDKs
                .replaceAll("(?m)^\\w{3} \\d+, \\d{4},? \\d+:\\d\\d:\\d\\d\\W[AP]M ", "Nov 22, 2026 7:47:03 PM ")
                .lines()
                .toList();
    }
}
