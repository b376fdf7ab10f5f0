using Bunit;
using CsDashboard.Web.Kit;

namespace CsDashboard.Tests.Kit;

public sealed class PlainTextTests : BunitContext
{
    private IRenderedComponent<PlainText> Drawn(string text) => Render<PlainText>(p => p.Add(t => t.Text, text));

    [Theory]
    [InlineData("https://en.wikipedia.org/wiki/Riyadh_(city)", "https://en.wikipedia.org/wiki/Riyadh_(city)")]
    [InlineData("https://x.example.com/a_(b)_c?d=(e)", "https://x.example.com/a_(b)_c?d=(e)")]
    [InlineData("(https://shop.example.com/a)", "https://shop.example.com/a")]
    [InlineData("(see https://shop.example.com/a_(b)).", "https://shop.example.com/a_(b)")]
    [InlineData("[https://shop.example.com/a]", "https://shop.example.com/a")]
    [InlineData("https://shop.example.com/[a]!", "https://shop.example.com/[a]")]
    [InlineData("https://shop.example.com/a)،", "https://shop.example.com/a")]
    [InlineData("https://example.com/\u202Egpj.exe", "https://example.com/")]
    [InlineData("https://example.com/a\u2067b\u2069", "https://example.com/a")]
    [InlineData("https://example.com/a\u200Bb", "https://example.com/a")]
    public void An_address_ends_where_it_ends(string text, string address)
    {
        var drawn = Drawn(text);
        drawn.Find("a").GetAttribute("href").ShouldBe(address);
        drawn.Find("a").TextContent.ShouldBe(address);
        drawn.Find(".plain").TextContent.ShouldBe(text);
    }

    [Theory]
    [InlineData("اتصل على +966 50 123 4567 غدا", "+966 50 123 4567")]
    [InlineData("رقمي +966501234567.", "+966501234567")]
    [InlineData("جوال 050 123 4567", "050 123 4567")]
    [InlineData("جوال (050) 123-4567", "(050) 123-4567")]
    [InlineData("جوال +966 (50) 123 4567", "+966 (50) 123 4567")]
    [InlineData("جوال ٠٥٠ ١٢٣ ٤٥٦٧", "٠٥٠ ١٢٣ ٤٥٦٧")]
    [InlineData("مبلغ 15 000 000 ريال", "15 000 000")]
    public void The_groups_of_a_number_keep_their_order_among_letters_from_the_right(string text, string number)
    {
        var drawn = Drawn(text);
        drawn.Find("bdi[dir=ltr]").TextContent.ShouldBe(number);
        drawn.Find(".plain").TextContent.ShouldBe(text);
    }

    [Theory]
    [InlineData("Call +966 50 123 4567")]
    [InlineData("من 5 - 10 أيام")]
    [InlineData("دفعت 5000 2000")]
    [InlineData("الطلب A1234567 والفاتورة 12345678")]
    public void Other_numbers_run_with_their_sentence(string text) => Drawn(text).FindAll("bdi").ShouldBeEmpty();

    [Fact]
    public void A_long_row_of_digits_is_read_in_no_time()
    {
        var text = "رقم " + new string('1', 50_000) + "x";
        Drawn(text).Find(".plain").TextContent.ShouldBe(text);
    }
}
