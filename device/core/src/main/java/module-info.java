/** Pelvi4J core: the whole flow from a sensor's bytes to a picture and a record, with no native code. */
@org.jspecify.annotations.NullMarked
module org.pelvi4j.core {
    requires iirj;
    requires org.slf4j;
    requires org.snakeyaml.engine;
    requires static transitive org.jspecify;

    exports org.pelvi4j.time;
    exports org.pelvi4j.bus;
    exports org.pelvi4j.link;
    exports org.pelvi4j.frame;
    exports org.pelvi4j.sensor;
    exports org.pelvi4j.sensor.table;
    exports org.pelvi4j.signal;
    exports org.pelvi4j.calibration;
    exports org.pelvi4j.phase;
    exports org.pelvi4j.measure;
    exports org.pelvi4j.exercise;
    exports org.pelvi4j.feedback;
    exports org.pelvi4j.display;
    exports org.pelvi4j.display.buzzer;
    exports org.pelvi4j.display.hc595;
    exports org.pelvi4j.display.hd44780;
    exports org.pelvi4j.display.ledbar;
    exports org.pelvi4j.display.ssd1306;
    exports org.pelvi4j.display.table;
    exports org.pelvi4j.display.terminal;
    exports org.pelvi4j.display.ws2812;
    exports org.pelvi4j.record;
    exports org.pelvi4j.session;
}
