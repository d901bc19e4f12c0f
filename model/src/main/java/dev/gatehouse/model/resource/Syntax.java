package dev.gatehouse.model.resource;

import java.util.regex.Pattern;

/**
 * What a text must be like, said once: the constants that a syntax is made of also stand in the annotations that become the
 * CRDs, so that the API server and a folder refuse the same texts in the same words.
 *
 * @param longest in characters
 * @param sentence what a text must be, as the rest of a sentence that begins with the path of a field
 */
public record Syntax(Pattern pattern, int longest, String sentence) {

    /** Takes a pattern that Java and RE2, which the API server uses, read alike. */
    public Syntax(String pattern, int longest, String sentence) {
        this(Pattern.compile(pattern), longest, sentence);
    }

    public boolean isMetBy(String text) {
        return text.length() <= longest && pattern.matcher(text).matches();
    }
}
