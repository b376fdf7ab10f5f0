using System.Collections.Concurrent;
using CsDashboard.Foundation;

namespace CsDashboard.Tests.Foundation;

public sealed class IdsTests
{
    [Fact]
    public void Ids_sort_as_they_were_made_in_whatever_form_a_database_keeps_them()
    {
        var ids = Enumerable.Range(0, 20_000).Select(_ => Ids.New()).ToList();
        ids.Order().ShouldBe(ids);
        ids.Select(id => id.ToString().ToUpperInvariant())
            .Order(StringComparer.Ordinal)
            .ShouldBe(ids.Select(id => id.ToString().ToUpperInvariant()));
        ids.Select(id => Convert.ToHexString(id.ToByteArray(bigEndian: true)))
            .Order(StringComparer.Ordinal)
            .ShouldBe(ids.Select(id => Convert.ToHexString(id.ToByteArray(bigEndian: true))));
        ids.ShouldAllBe(id => id.Version == 7 && id.Variant >= 8 && id.Variant <= 11);
    }

    [Fact]
    public void The_time_of_an_id_is_that_of_the_machine()
    {
        var before = TimeProvider.System.GetUtcNow();
        var made = DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(Ids.New().ToString("N")[..12], 16));
        made.ShouldBeInRange(before.AddMilliseconds(-1), TimeProvider.System.GetUtcNow().AddSeconds(1));
    }

    [Fact]
    public void Threads_that_make_ids_at_once_make_no_two_alike_and_each_sees_its_own_in_order()
    {
        var all = new ConcurrentBag<Guid>();
        Parallel.For(
            0,
            8,
            _ =>
            {
                var mine = Enumerable.Range(0, 5_000).Select(_ => Ids.New()).ToList();
                mine.Order().ShouldBe(mine);
                foreach (var id in mine)
                    all.Add(id);
            }
        );
        all.Select(id => id.ToString()[..18]).Distinct().Count().ShouldBe(40_000);
    }
}
