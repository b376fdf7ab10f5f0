using System.Globalization;
using CsDashboard.Web.Customers;
using CsDashboard.Web.Desk;
using CsDashboard.Web.Kit;
using CsDashboard.Web.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace CsDashboard.Tests.Kit;

/// <summary>What is counted on a page takes the form of its number, by the localizer of a component as by static code.</summary>
public sealed class CountsTests
{
    [Theory]
    [InlineData("en", 1, "1 customer changed")]
    [InlineData("en", 1250, "1,250 customers changed")]
    [InlineData("ar", 1, "تم تعديل عميل واحد")]
    [InlineData("ar", 2, "تم تعديل عميلين")]
    [InlineData("ar", 5, "تم تعديل ٥ عملاء")]
    [InlineData("ar", 1250, "تم تعديل ١٬٢٥٠ عميلًا")]
    public void A_localizer_counts(string language, int count, string said)
    {
        using var _ = new SpokenIn(language);
        var services = new ServiceCollection().AddLogging();
        services.AddLanguages();
        using var made = services.BuildServiceProvider();
        var texts = made.GetRequiredService<IStringLocalizer<CustomerTexts>>();
        texts["Bulk.Done", count].Value.ShouldBe(said);
        texts["Bulk.Done", Show.Number(count)].Value.ShouldBe(said, "A number may come as it is shown.");
        texts["No such text", count].ResourceNotFound.ShouldBeTrue();
    }

    [Theory]
    [InlineData("en", 1, "1 of 1 chat")]
    [InlineData("en", 3, "1 of 3 chats")]
    [InlineData("ar", 2, "١ من محادثتين")]
    public void Static_code_counts(string language, int capacity, string said)
    {
        using var _ = new SpokenIn(language);
        DeskTexts.Get("Chat.Capacity", 1, capacity).ShouldBe(said);
    }

    [Theory]
    [InlineData("en", 1, "1 minute ago")]
    [InlineData("en", 5, "5 minutes ago")]
    [InlineData("ar", 1, "قبل دقيقة واحدة")]
    [InlineData("ar", 2, "قبل دقيقتين")]
    [InlineData("ar", 11, "قبل ١١ دقيقة")]
    public void A_time_counts(string language, int minutes, string said)
    {
        using var _ = new SpokenIn(language);
        Show.Ago(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddMinutes(minutes)).ShouldBe(said);
    }
}
