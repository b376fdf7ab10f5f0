using CsDashboard.Foundation;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Tests.Foundation;

/// <summary>How long a call is recognised by its key.</summary>
public sealed class KeyedCallsTests
{
    [Theory, EachDatabase]
    public async Task A_call_with_a_key_is_known_for_seven_days_whether_or_not_old_ones_were_forgotten(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var (done, caller) = (0, house.Karim with { Once = OnceKey.Of("again", 1) });
        Task<int> Call() => house.Store.WriteOnce(caller, _ => Task.FromResult(++done));
        async Task<int> Kept()
        {
            await using var db = house.Store.Open(house.Karim);
            return await db.Set<KeyedCall>().CountAsync();
        }
        (await Call()).ShouldBe(1);
        house.Clock.AdvanceDays(7);
        (await Call()).ShouldBe(1);
        await house.Store.ForgetOldCalls(house.Karim);
        (await Call()).ShouldBe(1);

        house.Clock.AdvanceSeconds(1);
        (await Call()).ShouldBe(2);
        (await Call()).ShouldBe(2);
        (await Kept()).ShouldBe(1);

        house.Clock.AdvanceDays(7.1);
        await house.Store.ForgetOldCalls(house.Karim);
        (await Kept()).ShouldBe(0);
    }
}
