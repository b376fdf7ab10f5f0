namespace CsDashboard.Marketplace.Reviews;

public sealed class ReviewInput
{
    public int? Rating { get; set; }

    [Text(Review.MaxTitle)]
    public string? Title { get; set; }

    [Text(Review.MaxText)]
    public string? Comment { get; set; }

    internal void CheckAll()
    {
        if (Rating is null)
            throw Refusal.Invalid("rating", Words.Of("Text_Required"));
        if (Rating is < 1 or > 5)
            throw Refusal.Invalid("rating", Words.Of("Range_Beyond", 1, 5));
        this.Checked();
    }
}
