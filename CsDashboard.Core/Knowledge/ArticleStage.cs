namespace CsDashboard.Knowledge;

public enum ArticleStage
{
    Draft,
    Published,
    Archived,
}
