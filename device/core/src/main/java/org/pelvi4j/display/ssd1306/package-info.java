/** OLED panels with an SSD1306 on I2C, 128x64 and 128x32. Imports: display, feedback, bus. */
package org.pelvi4j.display.ssd1306;
