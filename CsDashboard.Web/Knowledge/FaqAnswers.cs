using CsDashboard.Accounts;
using CsDashboard.Foundation;
using CsDashboard.Knowledge;
using CsDashboard.Web.Server;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CsDashboard.Web.Knowledge;

public sealed record FaqAnswer(Guid Id, string Question, string Answer, string Category, int Helpful, int Views);

public sealed record FaqHitAnswer(Guid Id, string Question, string Answer, string Category, int Relevance);
