using System.Reflection;
using CsDashboard.Bots;
using CsDashboard.Customers;
using CsDashboard.Customers.Trading;
using CsDashboard.Desk;
using CsDashboard.Desk.Ticketing;
using CsDashboard.Engagement;
using CsDashboard.Engagement.Loyalty;
using CsDashboard.Foundation;
using CsDashboard.Security;
using CsDashboard.Signals;

namespace CsDashboard.Tests.Foundation;

public sealed class WordTests
{
    // As the contract has them.
    [Fact]
    public void The_words_are_those_of_the_contract()
    {
        Word.All<TicketStatus>().ShouldBe(["new", "open", "in_progress", "pending", "resolved", "closed"]);
        Word.All<TicketPriority>().ShouldBe(["low", "medium", "high", "urgent"]);
        Word.All<RiskTolerance>().ShouldBe(["Very Low", "Low", "Medium", "High", "Very High"]);
        Word.All<CustomerType>().ShouldBe(["Regular", "Premium", "VIP"]);
        Word.All<Direction>().ShouldBe(["BUY", "SELL"]);
        Word.All<BotType>().ShouldBe(["crypto", "forex"]);
        Word.All<LifeKind>()
            .ShouldBe(["published", "entry_reached", "target_reached", "stop_reached", "moved", "closed", "cancelled", "corrected"]);
        Word.All<AlertType>()
            .ShouldBe([
                "unusual_login",
                "multiple_failed_attempts",
                "location_change",
                "new_device",
                "suspicious_transaction",
                "account_access",
                "data_access",
            ]);
        Word.All<LoyaltyTier>().ShouldBe(["bronze", "silver", "gold", "platinum"]);
    }

    [Theory]
    [InlineData("in_progress")]
    [InlineData("in-progress")]
    [InlineData("In Progress")]
    [InlineData("INPROGRESS")]
    public void A_word_is_read_however_it_is_written(string word) => Word.TryRead<TicketStatus>(word).ShouldBe(TicketStatus.InProgress);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2")]
    [InlineData("open,closed")]
    [InlineData("done")]
    public void A_number_and_whatever_else_is_no_word(string? word) => Word.TryRead<TicketStatus>(word).ShouldBeNull();

    [Fact]
    public void A_wrong_word_is_refused_with_its_field_and_the_words_there_are()
    {
        var refusal = Should.Throw<Refusal>(() => Word.Read<TicketStatus>("status", "done"));
        (refusal.Fields[0].Field, refusal.Fields[0].Message.Contains("in_progress", StringComparison.Ordinal)).ShouldBe(("status", true));
        Word.Read<TicketStatus>("status", " ").ShouldBeNull();
        Should.Throw<Refusal>(() => Word.Demand<BotType>("bot_type", null)).Fields[0].Field.ShouldBe("bot_type");
        Should
            .Throw<Refusal>(() => new SignalStep { Event = "published" }.Checked())
            .Fields[0]
            .Field.ShouldBe("event", "Nobody publishes by a step.");
        new TicketChange { Status = "in-progress" }.Checked();
        Should.Throw<Refusal>(() => new TicketChange { Status = "" }.Checked());
    }

    /// <summary>Each enum of the product: no two of its values have one word, and each word is read back.</summary>
    [Fact]
    public void Every_value_of_every_enum_is_read_back_from_its_word()
    {
        var enums = typeof(Word).Assembly.GetTypes().Where(t => t.IsEnum && !t.IsDefined(typeof(FlagsAttribute))).ToList();
        enums.Count.ShouldBeGreaterThan(40);
        foreach (var type in enums)
            typeof(WordTests)
                .GetMethod(nameof(ReadBack), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(type)
                .Invoke(null, null);
    }

    private static void ReadBack<T>()
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            Word.TryRead<T>(Word.Of(value)).ShouldBe(value, typeof(T).Name);
    }
}
