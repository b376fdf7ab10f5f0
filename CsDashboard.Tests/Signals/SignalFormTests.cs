using CsDashboard.Foundation;
using CsDashboard.Signals;
using CsDashboard.Web.Signals;

namespace CsDashboard.Tests.Signals;

/// <summary>What an admin types becomes exactly that, or the box says what is wrong with it.</summary>
public sealed class SignalFormTests
{
    private static SignalForm Sell(string entry, string stop, string target, string? more = null) =>
        new()
        {
            Type = "forex",
            Pair = "EUR/USD",
            Direction = "SELL",
            EntryPrice = entry,
            StopLoss = stop,
            TakeProfit = target,
            MoreTargets = more,
        };

    [Theory]
    [InlineData("1,0850", "1,0900", "1,0750")]
    [InlineData("1.0850", "1.0900", "1.0750")]
    [InlineData("١٫٠٨٥٠", "١٫٠٩٠٠", "١٫٠٧٥٠")]
    public void A_price_is_what_was_typed(string entry, string stop, string target)
    {
        var read = Sell(entry, stop, target, "1,0700 1.0650").ReadWhole();
        (read.EntryPrice, read.StopLoss, read.TakeProfit).ShouldBe((1.0850m, 1.0900m, 1.0750m));
        read.MoreTargets.ShouldBe([1.0700m, 1.0650m]);
        Sell(entry, stop, target).Preview()!.Value.Terms.Entry.ShouldBe(1.0850m);
    }

    [Theory]
    [InlineData("1,085", "1085 or 1.085")]
    [InlineData("42 500.5", "number")]
    [InlineData("42.5k", "number")]
    public void What_could_be_another_price_is_refused_at_its_box(string entry, string says)
    {
        var form = Sell(entry, "1.0900", "1.0750");
        var refusal = Should.Throw<Refusal>(form.Read);
        refusal.Fields.ShouldHaveSingleItem().Field.ShouldBe(nameof(SignalForm.EntryPrice));
        refusal.Message.ShouldContain(says);
        form.Preview().ShouldBeNull();
        Should
            .Throw<Refusal>(() => new StepForm { Price = entry }.Read(LifeKind.Closed, null))
            .Fields[0]
            .Field.ShouldBe(nameof(StepForm.Price));
    }

    [Fact]
    public void What_a_draft_left_open_has_no_default()
    {
        var draft = new DraftView
        {
            Id = Guid.NewGuid(),
            Source = DraftSource.Alert,
            Type = null,
            Pair = null,
            Direction = null,
            EntryPrice = 42500,
            StopLoss = 41900,
            TakeProfit = 44000,
            MoreTargets = [],
            Indicators = new Dictionary<string, decimal?>(),
            Note = null,
            Original = "close long BTCUSDT",
            Candles = [],
            CreatedAt = default,
            UpdatedAt = default,
        };
        draft.IsExit.ShouldBeTrue();
        var form = SignalForm.Of(draft);
        (form.Direction, form.Type).ShouldBe((null, null));
        form.Preview().ShouldBeNull();
        foreach (
            var (field, choose) in new (string, Action)[]
            {
                (nameof(form.Type), () => form.Type = "crypto"),
                (nameof(form.Pair), () => form.Pair = "BTC/USD"),
                (nameof(form.Direction), () => form.Direction = "BUY"),
            }
        )
        {
            Should.Throw<Refusal>(form.ReadWhole).Fields[0].Field.ShouldBe(field);
            choose();
        }
        form.ReadWhole().Direction.ShouldBe("BUY");
    }
}
