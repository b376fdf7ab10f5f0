using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace CsDashboard.Images;

/// <summary>Ties pictures to what shows them, inside another room's write.</summary>
internal static class PictureUses
{
    /// <summary>The subject shows the picture from now on. NotFound for a picture that isn't the company's.</summary>
    public static async Task<PictureUse> Add(AppDb db, Guid picture, PictureFor what, Guid subject)
    {
        var known =
            db.PictureUses.Local.FirstOrDefault(u => u.PictureId == picture && u.For == what && u.SubjectId == subject)
            ?? await db.PictureUses.SingleOrDefaultAsync(u => u.PictureId == picture && u.For == what && u.SubjectId == subject);
        if (known is not null)
            return known;
        if (!await db.Pictures.AnyAsync(p => p.Id == picture))
            throw Refusal.NotFound();
        var use = Pictures.Use(db, picture, what, subject);
        db.PictureUses.Add(use);
        return use;
    }

    /// <summary>
    /// The subject shows none of its pictures any more, but for one. Those that lost their last use are named: remove them after the write
    /// (<see cref="Pictures.Remove"/>), or leave them to the schedule.
    /// </summary>
    public static async Task<IReadOnlyList<Guid>> TakeBack(AppDb db, PictureFor what, Guid subject, Guid? except = null)
    {
        var old = await db.PictureUses.Where(u => u.For == what && u.SubjectId == subject && u.PictureId != except).ToListAsync();
        db.PictureUses.RemoveRange(old);
        return old.ConvertAll(u => u.PictureId);
    }
}
