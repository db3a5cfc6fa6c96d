/** jSerialComm behind the byte link of core. */
@org.jspecify.annotations.NullMarked
module org.pelvi4j.serial {
    requires com.fazecast.jSerialComm;
    requires org.slf4j;
    requires transitive org.pelvi4j.core;
    requires static transitive org.jspecify;

    exports org.pelvi4j.serial;
}
