using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Foundation.Storage;

/// <summary>
/// The numbers that people and programs say: 1, 2, 3 … for each company and kind, counted in the write that makes the thing. A number that
/// was given is never given again, whatever became of the thing; one of a write that was undone is.
/// </summary>
internal static class Sequences
{
    public static Task<int> Next(AppDb db, string kind) => Next(db, kind, 1);

    /// <summary>The first of so many numbers in a row.</summary>
    public static async Task<int> Next(AppDb db, string kind, int count)
    {
        var own = db.Set<Sequence>().Where(s => s.Kind == kind);
        if (await own.ExecuteUpdateAsync(set => set.SetProperty(s => s.Last, s => s.Last + count)) == 0)
        {
            db.Add(new Sequence { Kind = kind, Last = count });
            await db.SaveChangesAsync();
            return 1;
        }
        return await own.AsNoTracking().Select(s => s.Last).SingleAsync() - count + 1;
    }
}
