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
        var last = await PlainRead.List<int>(db, Count, ("@count", count), ("@tenant", db.Actor.TenantId), ("@kind", kind));
        if (last.Count > 0)
            return last[0] - count + 1;
        db.Add(new Sequence { Kind = kind, Last = count });
        await db.SaveChangesAsync();
        return 1;
    }

    /// <summary>A number was given from outside: the next ones come after it.</summary>
    public static async Task Reach(AppDb db, string kind, int number)
    {
        if (await db.Set<Sequence>().Where(s => s.Kind == kind).SingleOrDefaultAsync() is not { } known)
            db.Add(new Sequence { Kind = kind, Last = number });
        else if (known.Last < number)
            await db.Set<Sequence>().Where(s => s.Kind == kind).ExecuteUpdateAsync(set => set.SetProperty(s => s.Last, number));
        await db.SaveChangesAsync();
    }

    // One statement that counts and tells: every order asks twice.
    private const string Count = """
        UPDATE "Sequences" SET "Last" = "Last" + @count WHERE "TenantId" = @tenant AND "Kind" = @kind RETURNING "Last"
        """;
}
