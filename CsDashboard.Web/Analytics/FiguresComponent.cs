using System.Globalization;
using CsDashboard.Analytics;
using CsDashboard.Web.Live;
using Microsoft.AspNetCore.Components;

namespace CsDashboard.Web.Analytics;

/// <summary>A page of figures over a period that its address names; they are read anew every few seconds.</summary>
public abstract class FiguresComponent : LiveComponent
{
    private CancellationTokenSource? asking;

    [SupplyParameterFromQuery(Name = "days")]
    private string? Days { get; set; }

    [CascadingParameter(Name = "Zone")]
    protected TimeZoneInfo? Zone { get; set; }

    protected FigureBoard? Board { get; private set; }

    /// <summary>Somebody reads: nothing changes under their eyes.</summary>
    protected bool Paused { get; private set; }

    protected async Task Pause(bool paused)
    {
        Paused = paused;
        if (!paused)
            await Refresh();
    }

    protected int Chosen =>
        FigurePeriod.Chosen(int.TryParse(Days, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : null);

    protected override object? Subject => Chosen;

    protected abstract Task<FigureBoard> Read();

    protected override async Task Load() => Board = await Carried("board", Read);

    protected override void OnAfterRender(bool firstRender)
    {
        if (!firstRender)
            return;
        asking = new CancellationTokenSource();
        _ = Ask(asking.Token);
    }

    private async Task Ask(CancellationToken over)
    {
        using var timer = new PeriodicTimer(Figures.Fresh, Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(over))
            {
                if (Paused)
                    continue;
                var before = Board;
                await InvokeAsync(Refresh);
                if (!ReferenceEquals(before, Board))
                    await InvokeAsync(StateHasChanged);
            }
        }
        catch (OperationCanceledException) { }
        catch (Exception e)
        {
            await DispatchExceptionAsync(e);
        }
    }

    protected override void Dispose(bool disposing)
    {
        asking?.Cancel();
        base.Dispose(disposing);
    }
}
