// SPDX-License-Identifier: GPL-2.0
/*
 * i2c-sim: a virtual I2C adapter (plain I2C and SMBus) with register-file chips, for tests of user-space I2C code.
 * Linux's own i2c-stub speaks SMBus only, so a program that uses read() and write() on /dev/i2c-N fails with it.
 *
 *   insmod i2c-sim.ko addr=0x28,0x48 wide=0x48     256 bytes of registers each; those named in wide have 16-bit registers
 *   echo "0x48 0x00 0x19 0x80" > /sys/kernel/debug/i2c-sim    sets the bytes from register 0x00 on, at once
 *   echo "nak 3" > /sys/kernel/debug/i2c-sim                  the next 3 messages are not acknowledged
 *   echo "nak 3 0x28" > /sys/kernel/debug/i2c-sim             the next 3 to that chip
 *   echo "delay 2000" > /sys/kernel/debug/i2c-sim             every message takes 2000 us
 *   cat /sys/kernel/debug/i2c-sim                             the last messages
 * A write sets the register pointer from its first byte, then stores, and the pointer goes on with it (not on a chip
 * with 16-bit registers); every read begins at the pointer. So a chip that takes a command of three bytes and is then read
 * (Honeywell ABP2: AA 00 00) has its answer at the register behind them (AC).
 * Own code, needs only the kernel's headers.
 */
#include <linux/debugfs.h>
#include <linux/delay.h>
#include <linux/i2c.h>
#include <linux/module.h>
#include <linux/seq_file.h>
#include <linux/slab.h>
#include <linux/uaccess.h>

#define MAX_CHIPS 16
static unsigned short addr[MAX_CHIPS] = { 0x48 };
static int addr_n = 1;
module_param_array(addr, ushort, &addr_n, 0444);
static unsigned short wide[MAX_CHIPS];
static int wide_n;
module_param_array(wide, ushort, &wide_n, 0444);
static int busnr = 1;
module_param(busnr, int, 0444);

static struct chip { u8 reg[256]; u8 ptr; } chips[MAX_CHIPS];
static DEFINE_MUTEX(lock);
static int nak, nak_addr, delay_us;
static char msglog[4096];
static size_t loglen;
static struct dentry *dbg;

static struct chip *find(u16 a)
{
	int i;

	for (i = 0; i < addr_n; i++)
		if (addr[i] == a)
			return &chips[i];
	return NULL;
}

static bool is_wide(u16 a)
{
	int i;

	for (i = 0; i < wide_n; i++)
		if (wide[i] == a)
			return true;
	return false;
}

static void store(struct chip *c, bool w, const u8 *buf, int len)
{
	u8 at = w ? buf[0] * 2 : buf[0];
	int j;

	c->ptr = at;
	for (j = 1; j < len; j++)
		c->reg[at++] = buf[j];
	if (!w)
		c->ptr = at;
}

static int sim_xfer(struct i2c_adapter *adap, struct i2c_msg *msgs, int num)
{
	int i, j, ret = num;

	mutex_lock(&lock);
	for (i = 0; i < num; i++) {
		struct i2c_msg *m = &msgs[i];
		struct chip *c = find(m->addr);
		bool refused = nak && (!nak_addr || nak_addr == m->addr);

		if (delay_us)
			usleep_range(delay_us, delay_us + 50);
		if (loglen > sizeof(msglog) - 128)
			loglen = 0;
		loglen += scnprintf(msglog + loglen, sizeof(msglog) - loglen, "%c 0x%02x len=%d%s\n",
				    m->flags & I2C_M_RD ? 'R' : 'W', m->addr, m->len, !c || refused ? " NAK" : "");
		if (!c || refused) {
			if (refused)
				nak--;
			ret = -ENXIO;
			break;
		}
		if (m->flags & I2C_M_RD)
			for (j = 0; j < m->len; j++)
				m->buf[j] = c->reg[(u8)(c->ptr + j)];
		else if (m->len)
			store(c, is_wide(m->addr), m->buf, m->len);
	}
	mutex_unlock(&lock);
	return ret;
}

static u32 sim_func(struct i2c_adapter *adap)
{
	return I2C_FUNC_I2C | I2C_FUNC_SMBUS_EMUL;
}

static const struct i2c_algorithm sim_algo = { .master_xfer = sim_xfer, .functionality = sim_func };
static struct i2c_adapter sim_adapter = {
	.owner = THIS_MODULE, .name = "i2c-sim", .algo = &sim_algo,
};

static ssize_t dbg_write(struct file *f, const char __user *ub, size_t n, loff_t *pos)
{
	char *buf = memdup_user_nul(ub, min_t(size_t, n, 1024)), *s = buf, *tok;
	unsigned int v, only, a = 0, k = 0;
	int got;
	struct chip *c = NULL;

	if (IS_ERR(buf))
		return PTR_ERR(buf);
	mutex_lock(&lock);
	got = sscanf(buf, "nak %u %x", &v, &only);
	if (got >= 1) {
		nak = v;
		nak_addr = got == 2 ? only : 0;
	} else if (sscanf(buf, "delay %u", &v) == 1)
		delay_us = v;
	else
		while ((tok = strsep(&s, " \n\t"))) {
			if (!*tok || kstrtouint(tok, 0, &v))
				continue;
			if (k == 0)
				c = find(v);
			else if (k == 1)
				a = v;
			else if (c)
				c->reg[(a++) & 0xff] = v;
			k++;
		}
	mutex_unlock(&lock);
	kfree(buf);
	return n;
}

static int dbg_show(struct seq_file *s, void *p)
{
	mutex_lock(&lock);
	seq_write(s, msglog, loglen);
	mutex_unlock(&lock);
	return 0;
}

static int dbg_open(struct inode *i, struct file *f)
{
	return single_open(f, dbg_show, NULL);
}

static const struct file_operations dbg_fops = {
	.owner = THIS_MODULE, .open = dbg_open, .read = seq_read, .write = dbg_write,
	.llseek = seq_lseek, .release = single_release,
};

static int __init sim_init(void)
{
	int ret;

	sim_adapter.nr = busnr;
	ret = i2c_add_numbered_adapter(&sim_adapter);
	if (ret)
		return ret;
	dbg = debugfs_create_file("i2c-sim", 0600, NULL, NULL, &dbg_fops);
	return 0;
}

static void __exit sim_exit(void)
{
	debugfs_remove(dbg);
	i2c_del_adapter(&sim_adapter);
}

module_init(sim_init);
module_exit(sim_exit);
MODULE_DESCRIPTION("virtual I2C adapter with register-file chips, for tests");
MODULE_LICENSE("GPL");
