using CsDashboard.Foundation;

namespace CsDashboard.Tests.Foundation;

public sealed class CompanyMemoryTests
{
    [Fact]
    public async Task It_is_read_once_for_each_company_until_it_changes()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var reads = 0;
        var memory = new CompanyMemory<string>(house.Store, db => Task.FromResult($"{db.Actor.TenantId} {++reads}"));
        var first = await memory.Get(house.Amina);
        (await memory.Get(house.Karim)).ShouldBe(first);
        (await memory.Get(house.Product)).ShouldBe(first);
        memory.Set(house.Amina.TenantId, "changed");
        (await memory.Get(house.Karim)).ShouldBe("changed");
        reads.ShouldBe(1);
    }

    [Fact]
    public async Task What_was_being_read_while_it_changed_is_not_kept()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var (begun, go) = (new TaskCompletionSource(), new TaskCompletionSource<string>());
        var memory = new CompanyMemory<string>(
            house.Store,
            _ =>
            {
                begun.SetResult();
                return go.Task;
            }
        );
        var reading = memory.Get(house.Amina);
        await begun.Task;
        memory.Set(house.Amina.TenantId, "new");
        go.SetResult("old");
        await reading;
        (await memory.Get(house.Amina)).ShouldBe("new");
    }

    [Fact]
    public async Task What_another_process_changed_is_seen_when_it_is_no_longer_fresh()
    {
        await using var house = await House.On(DatabaseKind.Sqlite);
        var value = "before";
        var memory = new CompanyMemory<string>(house.Store, _ => Task.FromResult(value), fresh: 0);
        (await memory.Get(house.Amina)).ShouldBe("before");
        value = "after";
        (await memory.Get(house.Amina)).ShouldBe("after");
        memory.Last(house.Amina.TenantId).ShouldBe("after");
    }
}
