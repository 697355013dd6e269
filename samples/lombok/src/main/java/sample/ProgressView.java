package sample;

import java.util.List;
import lombok.Data;

/** What a user interface binds to: a class that changes. */
@Data
public class ProgressView {

    private int step;
    private List<Integer> done;
    private String displayName;
}
