using CsDashboard;
using CsDashboard.Web;
using CsDashboard.Web.Accounts;
using CsDashboard.Web.Identity;
using CsDashboard.Web.Live;
using CsDashboard.Web.Server;
using CsDashboard.Web.Shell;

var builder = WebApplication.CreateBuilder(args);

builder.AddSettings();
builder.AddLogs();
builder.AddServerLimits();
builder.Services.AddRooms();
builder.Services.AddSignIn();
builder.Services.AddAccountPages();
builder.Services.AddApi();
builder.Services.AddPages(builder.Environment);
builder.Services.AddLive();

var app = builder.Build();

if (!await app.Prepare())
    return 1;

app.UseTrustedProxy();
app.UsePublicAddress();
app.UseStorableQueries();
app.UseMiddleware<ResponseHeaders>();
app.UseMiddleware<TrafficMeter>();
app.UsePageErrors();
app.UseMiddleware<ApiErrors>();
app.UseResponseCompression();
app.UseRouting();
app.UseMiddleware<RateLimit>();
app.UseAuthentication();
app.UseMiddleware<OpenLines>();
app.UseRequestLocalization();
app.UseChosenDigits();
app.UseMiddleware<OriginCheck>();
app.UseAuthorization();
app.UseDemoWall();
app.UseSecondFactorWall();
app.UseFormTokens();
app.UseBinding();

app.MapHealth();
app.MapDocs();
app.MapApi();
app.MapLiveHub();
app.MapPages();

await app.RunAsync();
return 0;

public partial class Program;
