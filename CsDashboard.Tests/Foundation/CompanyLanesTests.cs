using CsDashboard.Foundation.Storage;

namespace CsDashboard.Tests.Foundation;

/// <summary>Docs/decisions/0006: who writes beside whom on PostgreSQL.</summary>
public sealed class CompanyLanesTests
{
    private static readonly Guid Nour = Guid.NewGuid(),
        Other = Guid.NewGuid();
    private static readonly CancellationToken Stays = CancellationToken.None;
    private readonly CompanyLanes lanes = new();

    [Fact]
    public async Task Writers_of_one_company_follow_one_another_and_those_of_another_do_not_wait_for_them()
    {
        await lanes.Enter(Nour, Stays);
        var second = lanes.Enter(Nour, Stays);
        var third = lanes.Enter(Nour, Stays);
        second.IsCompleted.ShouldBeFalse();
        lanes.IsAwaited.ShouldBeTrue();
        lanes.Enter(Other, Stays).IsCompleted.ShouldBeTrue();
        lanes.Leave(Nour);
        await second;
        third.IsCompleted.ShouldBeFalse();
        lanes.Leave(Nour);
        await third;
        lanes.IsAwaited.ShouldBeFalse();
    }

    [Fact]
    public async Task Who_writes_for_all_runs_alone_and_is_not_overtaken()
    {
        await lanes.Enter(Nour, Stays);
        var all = lanes.Enter(Guid.Empty, Stays);
        var late = lanes.Enter(Other, Stays);
        all.IsCompleted.ShouldBeFalse();
        late.IsCompleted.ShouldBeFalse();
        lanes.Leave(Nour);
        await all;
        late.IsCompleted.ShouldBeFalse();
        lanes.Leave(Guid.Empty);
        await late;
    }

    [Fact]
    public async Task Who_gives_up_waiting_holds_nobody_back()
    {
        using var impatient = new CancellationTokenSource();
        await lanes.Enter(Nour, Stays);
        var all = lanes.Enter(Guid.Empty, impatient.Token);
        var late = lanes.Enter(Other, Stays);
        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => all);
        await late;
        lanes.Leave(Nour);
        lanes.Leave(Other);
        lanes.Enter(Guid.Empty, Stays).IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public async Task A_thousand_writers_of_seven_companies_are_never_two_of_one_and_all_have_their_turn()
    {
        var companies = Enumerable.Range(0, 7).Select(i => i == 0 ? Guid.Empty : Guid.NewGuid()).ToList();
        var within = companies.ToDictionary(c => c, _ => 0);
        var (gate, broken, had) = (new Lock(), 0, 0);
        await Task.WhenAll(
            Enumerable
                .Range(0, 1000)
                .Select(i =>
                    Task.Run(async () =>
                    {
                        var company = companies[i % 7];
                        await lanes.Enter(company, Stays);
                        lock (gate)
                        {
                            within[company]++;
                            if (within[company] > 1 || (within[Guid.Empty] > 0 && within.Values.Sum() > 1))
                                broken++;
                        }
                        await Task.Yield();
                        lock (gate)
                        {
                            within[company]--;
                            had++;
                        }
                        lanes.Leave(company);
                    })
                )
        );
        (broken, had).ShouldBe((0, 1000));
    }
}
