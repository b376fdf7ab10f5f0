using CsDashboard.Customers.Privacy;
using CsDashboard.Foundation.Storage;
using CsDashboard.Images;

namespace CsDashboard.Marketplace.Returns;

/// <summary>The photos of what came back; they go with their return in a merge.</summary>
internal sealed class ReturnPhotosOfCustomers(Pictures pictures) : PersonalPictures(pictures, "return_photos", "return")
{
    // While their returns are there.
    public override int Order => -10;

    protected override IQueryable<PictureUse> Of(AppDb db, IReadOnlyList<Guid> records)
    {
        var returns = db.Returns;
        return db.PictureUses.Where(u =>
            u.For == PictureFor.Return && returns.Any(r => r.Id == u.SubjectId && records.Contains(r.CustomerId))
        );
    }
}
