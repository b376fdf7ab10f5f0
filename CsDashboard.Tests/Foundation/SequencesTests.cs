using CsDashboard.Foundation;
using CsDashboard.Foundation.Storage;

namespace CsDashboard.Tests.Foundation;

public sealed class SequencesTests
{
    [Theory, EachDatabase]
    public async Task Each_company_counts_each_kind_for_itself_without_gaps_or_twins(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        var numbers = await Task.WhenAll(
            Enumerable.Range(0, 40).Select(_ => house.Store.Write(house.Amina, db => Sequences.Next(db, "thing")))
        );
        numbers.ShouldBe(Enumerable.Range(1, 40), ignoreOrder: true);
        (await house.Store.Write(house.Amina, db => Sequences.Next(db, "other"))).ShouldBe(1);
        (await house.Store.Write(house.Omar, db => Sequences.Next(db, "thing"))).ShouldBe(1);
        // Five in a row are named by their first.
        (await house.Store.Write(house.Amina, db => Sequences.Next(db, "thing", 5))).ShouldBe(41);
        (await house.Store.Write(house.Amina, db => Sequences.Next(db, "thing"))).ShouldBe(46);
    }

    [Theory, EachDatabase]
    public async Task The_number_of_a_write_that_was_undone_is_given_again(DatabaseKind kind)
    {
        await using var house = await House.On(kind);
        await house.Store.Write(house.Amina, db => Sequences.Next(db, "thing"));
        await Should.ThrowAsync<ArithmeticException>(() =>
            house.Store.Write(
                house.Amina,
                async db =>
                {
                    await Sequences.Next(db, "thing");
                    throw new ArithmeticException("in the middle");
                }
            )
        );
        (await house.Store.Write(house.Amina, db => Sequences.Next(db, "thing"))).ShouldBe(2);
    }
}
