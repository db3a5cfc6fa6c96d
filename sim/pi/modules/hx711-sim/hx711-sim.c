// SPDX-License-Identifier: GPL-2.0
/*
 * hx711-sim: GPIO lines of which two, 5 and 6, go to an HX711, for Linux's own driver hx711, which the device tree tells so.
 *   /sys/module/hx711_sim/parameters/
 *     code   what the next conversion finds, -8388608 to 8388607
 *     dead   not 0: no conversion ends any more
 * As the data sheet has it: DOUT is low when a conversion is over, 24 pulses of SCK shift it out, one to three more choose
 * the next and let DOUT rise, a clock that stays high powers the chip down. The sheet's limit for that is 60 us; a machine
 * that is itself emulated stands still for longer, so it is 5 ms here. It converts ten times a second by its own clock,
 * whether somebody reads or not.
 * Own code, needs only the kernel's headers.
 */
#include <linux/gpio/driver.h>
#include <linux/ktime.h>
#include <linux/math64.h>
#include <linux/mod_devicetable.h>
#include <linux/module.h>
#include <linux/platform_device.h>

#define LINES 8
#define DOUT 5
#define SCK 6
#define PERIOD_MS 100
#define SETTLING_MS 400
#define LONGEST_HIGH_US 5000

static int code;
module_param(code, int, 0644);
static uint dead;
module_param(dead, uint, 0644);

static DEFINE_SPINLOCK(lock);
static bool high;
static ktime_t rose, over;
static unsigned int pulses;
static u32 shifted;

/* When the first conversion after this time is over. */
static ktime_t next(ktime_t now)
{
	s64 period = PERIOD_MS * NSEC_PER_MSEC, since = ktime_to_ns(ktime_sub(now, over));

	return since < 0 ? over : ktime_add_ns(over, (div64_s64(since, period) + 1) * period);
}

static void advance(void)
{
	if (dead || (pulses > 0 && pulses < 25) || ktime_before(ktime_get(), over))
		return;
	pulses = 0;
}

static int sim_get(struct gpio_chip *gc, unsigned int offset)
{
	unsigned long flags;
	int level;

	spin_lock_irqsave(&lock, flags);
	advance();
	if (offset == SCK)
		level = high;
	else if (offset != DOUT)
		level = 0;
	else if (pulses > 0 && pulses < 25)
		level = shifted >> (24 - pulses) & 1;
	else
		level = dead || pulses > 0 || ktime_before(ktime_get(), over);
	spin_unlock_irqrestore(&lock, flags);
	return level;
}

static void rise(void)
{
	rose = ktime_get();
	advance();
	if (pulses == 0 && (dead || ktime_before(rose, over)))
		return; /* nothing to shift out yet */
	if (pulses == 0)
		shifted = code & 0xffffff;
	if (++pulses == 25)
		over = next(rose);
}

static void sim_set(struct gpio_chip *gc, unsigned int offset, int value)
{
	unsigned long flags;

	if (offset != SCK)
		return;
	spin_lock_irqsave(&lock, flags);
	if (value && !high)
		rise();
	if (!value && high && ktime_us_delta(ktime_get(), rose) > LONGEST_HIGH_US) {
		pulses = 0;
		over = ktime_add_ms(ktime_get(), SETTLING_MS);
	}
	high = value;
	spin_unlock_irqrestore(&lock, flags);
}

static int sim_direction(struct gpio_chip *gc, unsigned int offset)
{
	return offset == SCK ? GPIO_LINE_DIRECTION_OUT : GPIO_LINE_DIRECTION_IN;
}

static int sim_input(struct gpio_chip *gc, unsigned int offset)
{
	return offset == SCK ? -EINVAL : 0;
}

static int sim_output(struct gpio_chip *gc, unsigned int offset, int value)
{
	if (offset != SCK)
		return -EINVAL;
	sim_set(gc, offset, value);
	return 0;
}

static struct gpio_chip chip = {
	.label = "hx711-sim", .owner = THIS_MODULE, .base = -1, .ngpio = LINES,
	.get = sim_get, .set = sim_set,
	.get_direction = sim_direction, .direction_input = sim_input, .direction_output = sim_output,
};

static int sim_probe(struct platform_device *pdev)
{
	chip.parent = &pdev->dev;
	return devm_gpiochip_add_data(&pdev->dev, &chip, NULL);
}

static const struct of_device_id named[] = {
	{ .compatible = "pelvi4j,hx711-sim" },
	{ },
};
MODULE_DEVICE_TABLE(of, named);

static struct platform_driver sim_driver = {
	.probe = sim_probe,
	.driver = { .name = "hx711-sim", .of_match_table = named },
};
module_platform_driver(sim_driver);

MODULE_DESCRIPTION("virtual HX711 behind two GPIO lines, for tests");
MODULE_LICENSE("GPL");
