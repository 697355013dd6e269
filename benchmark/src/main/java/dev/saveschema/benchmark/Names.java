package dev.saveschema.benchmark;

/** The names of the members in the file, for those peers that are written by hand. */
final class Names {

    static final String CURRENT_STEP_ID = "current_step_id";
    static final String COMPLETED_TASKS = "completed_tasks";
    static final String USER_CODES = "user_codes";
    static final String XP_POINTS = "xp_points";
    static final String DISPLAY_NAME = "display_name";
    static final String DIFFICULTY = "difficulty";
    static final String PLAY_TIME = "play_time";
    static final String LAST_PLAYED = "last_played";
    static final String SETTINGS = "settings";
    static final String VOLUME = "volume";
    static final String TEXT_SCALE = "text_scale";
    static final String HINTS = "hints";
    static final String THEME = "theme";

    private Names() {}
}
