// SPDX-License-Identifier: GPL-2.0
/*
 * An ADS1292R as its data sheet has it: registers, commands, a frame of nine bytes for each conversion, and DRDY, which
 * falls at each. What a strict chip does not hear (registers while it streams, a command that is none) is not heard.
 *   /sys/module/spi_loop/parameters/
 *     ready       the file that pulls DRDY's line, such as /sys/devices/platform/gpio-sim.0/gpiochip0/sim_gpio25/pull
 *     microvolts  channel 1 is noise of this root mean square, channel 2 of a tenth of it; 0: each code is the number of
 *                 its conversion since START, so that who reads can tell which one it is
 *     off         not 0: the electrodes of channel 1 are off
 * Own code, needs only the kernel's headers.
 */
#include <linux/fs.h>
#include <linux/hrtimer.h>
#include <linux/kthread.h>
#include <linux/math64.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/prandom.h>
#include <linux/string.h>
#include "chips.h"

#define CONFIG1 1
#define CONFIG2 2
#define CH1SET 4
#define LOFF_SENS 7
#define LOFF_STAT 8
#define REGISTERS 12

static const u8 after_reset[REGISTERS] = { 0x73, 2, 0x80, 0x10, 0, 0, 0, 0, 0, 0, 2, 0x0c };
static const u8 always_set[REGISTERS] = { 0, 0, 0x80, 0x10, 0, 0, 0, 0, 0, 0, 1, 0 };
static const u8 gains[8] = { 6, 1, 2, 3, 4, 8, 12, 6 };

static uint microvolts = 3;
module_param(microvolts, uint, 0644);
static uint off;
module_param(off, uint, 0644);

static DEFINE_MUTEX(lock);
static u8 reg[REGISTERS] = { 0x73, 2, 0x80, 0x10, 0, 0, 0, 0, 0, 0, 2, 0x0c };
static bool streaming = true, started;
static u8 frame[9];
static u32 conversions;
static struct rnd_state chance;
static struct file *line;
static struct task_struct *converter;

/* Of about 1024 root mean square: 12 uniform numbers have a variance of 1. */
static s32 noise(void)
{
	s32 sum = 0;
	int i;

	for (i = 0; i < 12; i++)
		sum += prandom_u32_state(&chance) >> 22;
	return sum - 12 * 512;
}

static void put(unsigned int channel)
{
	u8 set = reg[CH1SET + channel];
	s64 tenths = channel ? microvolts : 10 * microvolts;
	s64 code = div64_s64(tenths * noise() * gains[set >> 4 & 7] * 0x7fffff, 1024 * 24200000LL);
	u8 *at = frame + 3 + 3 * channel;

	if (!microvolts)
		code = conversions & 0x7fffff;
	code = set & 0x80 ? 0 : clamp_t(s64, code, -0x800000, 0x7fffff);
	at[0] = code >> 16;
	at[1] = code >> 8;
	at[2] = code;
}

static void convert(void)
{
	u8 status = off && reg[CONFIG2] & 0x40 ? reg[LOFF_SENS] & 3 : 0;

	reg[LOFF_STAT] = status;
	frame[0] = 0xc0 | status >> 1;
	frame[1] = status << 7;
	frame[2] = 0;
	conversions++;
	put(0);
	put(1);
}

static void pull(const char *way)
{
	loff_t at = 0;

	if (line)
		kernel_write(line, way, strlen(way), &at);
}

/*
 * Where the machine stands still, so does the chip: conversions that are late are not made up for, they would only keep a
 * busy machine from reading any. Two falls are half a period apart at least: the kernel counts those that come sooner than
 * its own thread as one.
 */
static int converting(void *unused)
{
	ktime_t due = ktime_get(), soonest = due;
	bool was = false;
	u32 period;

	while (!kthread_should_stop()) {
		mutex_lock(&lock);
		if (started && !was)
			due = ktime_get();
		was = started;
		period = 8000000 >> (reg[CONFIG1] & 7);
		mutex_unlock(&lock);
		due = was ? ktime_add_ns(due, period) : ktime_add_ms(ktime_get(), 10);
		if (ktime_before(due, soonest))
			due = soonest;
		set_current_state(TASK_INTERRUPTIBLE);
		schedule_hrtimeout(&due, HRTIMER_MODE_ABS);
		soonest = ktime_add_ns(ktime_get(), period / 2);
		mutex_lock(&lock);
		if (was && started) {
			/* who wakes up by the fall waits for the lock, so that the fall and the frame are one */
			pull("pull-up");
			pull("pull-down");
			convert();
		}
		mutex_unlock(&lock);
	}
	return 0;
}

static void access(const u8 *tx, u8 *rx, unsigned int len)
{
	unsigned int r = tx[0] & 0x1f, n = (tx[1] & 0x1f) + 1, i;

	if (streaming || r + n > REGISTERS || len != n + 2)
		return;
	for (i = 0; i < n; i++) {
		if ((tx[0] & 0xe0) == 0x20)
			rx[2 + i] = reg[r + i];
		else if (r + i != 0 && r + i != LOFF_STAT)
			reg[r + i] = tx[2 + i] | always_set[r + i];
	}
}

void ads1292r_transfer(const u8 *tx, u8 *rx, unsigned int len)
{
	memset(rx, 0, len);
	mutex_lock(&lock);
	if (tx[0] == 0) {
		if (streaming)
			memcpy(rx, frame, min_t(unsigned int, len, sizeof(frame)));
	} else if (len > 1) {
		access(tx, rx, len);
	} else if (tx[0] == 0x06) {
		memcpy(reg, after_reset, REGISTERS);
		streaming = true;
		started = false;
	} else if (tx[0] == 0x08) {
		conversions = 0;
		started = true;
	} else if (tx[0] == 0x0a) {
		started = false;
	} else if (tx[0] == 0x10 || tx[0] == 0x11) {
		streaming = tx[0] == 0x10;
	}
	mutex_unlock(&lock);
}

/* The file is opened here, by who names it: a thread of the kernel may see another root. */
static int set_ready(const char *path, const struct kernel_param *unused)
{
	char name[128];
	struct file *opened;

	strscpy(name, path, sizeof(name));
	opened = filp_open(strim(name), O_WRONLY, 0);
	if (IS_ERR(opened))
		return PTR_ERR(opened);
	mutex_lock(&lock);
	swap(line, opened);
	mutex_unlock(&lock);
	if (opened)
		filp_close(opened, NULL);
	pull("pull-up");
	if (!converter) {
		prandom_seed_state(&chance, 1);
		converter = kthread_run(converting, NULL, "ads1292r");
		if (IS_ERR(converter)) {
			int failed = PTR_ERR(converter);

			converter = NULL;
			return failed;
		}
	}
	return 0;
}

static const struct kernel_param_ops ready_ops = { .set = set_ready };
module_param_cb(ready, &ready_ops, NULL, 0200);

void ads1292r_exit(void)
{
	if (converter)
		kthread_stop(converter);
	if (line)
		filp_close(line, NULL);
}
