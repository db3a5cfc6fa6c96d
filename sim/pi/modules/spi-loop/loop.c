// SPDX-License-Identifier: GPL-2.0
/*
 * spi-loop: a virtual SPI controller with one spidev device on it, for tests
 * of user-space SPI code on a machine without SPI hardware.
 *   mode=0 (default): MISO is wired to MOSI, every transfer reads back what it sends.
 *   mode=1: an MCP3008, bit by bit as its data sheet has it: after the first 1 it takes single/differential and three
 *           bits of channel, samples for a clock, answers a 0 and then ten bits, the highest first.
 *           Its inputs are /sys/module/spi_loop/parameters/adc (8 numbers with commas).
 *   mode=2: an ADS1292R with its DRDY, see ads1292r.c.
 * Own code, needs only the kernel's headers.
 */
#include <linux/module.h>
#include <linux/platform_device.h>
#include <linux/spi/spi.h>
#include "chips.h"

static int mode;
module_param(mode, int, 0644);
static ushort adc[8] = { 0, 128, 256, 384, 512, 640, 768, 1023 };
module_param_array(adc, ushort, NULL, 0644);

static struct platform_device *pdev;
static struct spi_device *sdev;

static bool bit(const u8 *bytes, unsigned int i)
{
	return bytes[i / 8] >> (7 - i % 8) & 1;
}

static void mcp3008(const u8 *tx, u8 *rx, unsigned int len)
{
	unsigned int start = 0, bits = len * 8, i, v;

	memset(rx, 0, len);
	while (start < bits && !bit(tx, start))
		start++;
	if (start + 6 >= bits)
		return;
	v = adc[bit(tx, start + 2) << 2 | bit(tx, start + 3) << 1 | bit(tx, start + 4)] & 0x3ff;
	for (i = 0; i < 10 && start + 7 + i < bits; i++)
		if (v >> (9 - i) & 1)
			rx[(start + 7 + i) / 8] |= 1 << (7 - (start + 7 + i) % 8);
}

static int loop_transfer_one(struct spi_controller *ctlr, struct spi_device *spi,
			     struct spi_transfer *t)
{
	const u8 *tx = t->tx_buf;
	u8 *rx = t->rx_buf;

	if (!rx)
		return 0;
	if (mode == 1 && tx) {
		mcp3008(tx, rx, t->len);
		return 0;
	}
	if (mode == 2 && tx) {
		ads1292r_transfer(tx, rx, t->len);
		return 0;
	}
	if (tx)
		memcpy(rx, tx, t->len);
	else
		memset(rx, 0, t->len);
	return 0;
}

static void loop_set_cs(struct spi_device *spi, bool enable) { }

static int __init loop_init(void)
{
	struct spi_board_info info = {
		.modalias = "spidev", .max_speed_hz = 10000000, .chip_select = 0,
	};
	struct spi_controller *ctlr;
	int ret;

	pdev = platform_device_register_simple("spi-loop", -1, NULL, 0);
	if (IS_ERR(pdev))
		return PTR_ERR(pdev);
	ctlr = spi_alloc_master(&pdev->dev, 0);
	if (!ctlr) {
		ret = -ENOMEM;
		goto err;
	}
	ctlr->bus_num = 0;
	ctlr->num_chipselect = 2;
	ctlr->mode_bits = SPI_CPOL | SPI_CPHA | SPI_CS_HIGH | SPI_LSB_FIRST | SPI_NO_CS;
	ctlr->bits_per_word_mask = SPI_BPW_MASK(8);
	ctlr->transfer_one = loop_transfer_one;
	ctlr->set_cs = loop_set_cs;
	ret = spi_register_controller(ctlr);
	if (ret) {
		spi_controller_put(ctlr);
		goto err;
	}
	platform_set_drvdata(pdev, ctlr);
	/* bind to spidev by name: spidev has no match table entry for "spidev" */
	strscpy(info.modalias, "dh2228fv", sizeof(info.modalias));
	sdev = spi_new_device(ctlr, &info);
	if (!sdev) {
		spi_unregister_controller(ctlr);
		ret = -ENODEV;
		goto err;
	}
	return 0;
err:
	platform_device_unregister(pdev);
	return ret;
}

static void __exit loop_exit(void)
{
	struct spi_controller *ctlr = platform_get_drvdata(pdev);

	spi_unregister_device(sdev);
	spi_unregister_controller(ctlr);
	platform_device_unregister(pdev);
	ads1292r_exit();
}

module_init(loop_init);
module_exit(loop_exit);
MODULE_DESCRIPTION("virtual SPI controller with a loop and two converters, for tests");
MODULE_LICENSE("GPL");
