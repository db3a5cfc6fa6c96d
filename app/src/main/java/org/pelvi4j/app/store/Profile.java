package org.pelvi4j.app.store;

import java.time.ZoneId;

/**
 * One of the people who use this device. Immutable.
 *
 * @param id counts from 1
 * @param code stands in files instead of the name, such as {@code P-001}
 * @param name how the person is called on the screen
 * @param zone where the person's days begin and end
 * @param language of the screens, such as {@code en}
 * @param active whether the next practice is this person's
 */
public record Profile(long id, String code, String name, ZoneId zone, String language, boolean active) {}
