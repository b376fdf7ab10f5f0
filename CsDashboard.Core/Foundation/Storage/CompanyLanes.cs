namespace CsDashboard.Foundation.Storage;

/// <summary>
/// Writers of one company follow one another, those of different companies run beside each other, and who writes for all companies
/// (<see cref="Guid.Empty"/>) runs alone. First come, first served: nobody overtakes one who waits for all. Writes of one company touch
/// the same rows (counts, numbers, points), so that beside each other they would only undo each other's work.
/// </summary>
internal sealed class CompanyLanes
{
    private readonly Lock gate = new();
    private readonly HashSet<Guid> running = [];
    private readonly LinkedList<(Guid Company, TaskCompletionSource Turn)> waiting = new();
    private volatile int waits;

    /// <summary>Somebody stands in line.</summary>
    public bool IsAwaited => waits > 0;

    /// <summary>
    /// Waits for the company's turn; who has it ends it by <see cref="Leave"/>. Who cancels while waiting has no turn to end.
    /// </summary>
    public async Task Enter(Guid company, CancellationToken cancellation)
    {
        LinkedListNode<(Guid Company, TaskCompletionSource Turn)> place;
        lock (gate)
        {
            if (waiting.All(w => w.Company != Guid.Empty && w.Company != company) && IsFree(company))
            {
                running.Add(company);
                return;
            }
            place = waiting.AddLast((company, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)));
            waits = waiting.Count;
        }
        await using var left = cancellation.Register(() => GiveUp(place, cancellation));
        await place.Value.Turn.Task;
    }

    public void Leave(Guid company)
    {
        lock (gate)
        {
            running.Remove(company);
            Admit();
        }
    }

    private bool IsFree(Guid company) =>
        company == Guid.Empty ? running.Count == 0 : !running.Contains(company) && !running.Contains(Guid.Empty);

    private void GiveUp(LinkedListNode<(Guid Company, TaskCompletionSource Turn)> place, CancellationToken cancellation)
    {
        lock (gate)
        {
            // It may have been admitted a moment before.
            if (place.List is null)
                return;
            waiting.Remove(place);
            place.Value.Turn.TrySetCanceled(cancellation);
            Admit();
        }
    }

    // In the order of arrival; what waits for all holds back those behind it.
    private void Admit()
    {
        for (var (place, next) = (waiting.First, waiting.First?.Next); place is not null; place = next, next = place?.Next)
        {
            var (company, turn) = place.Value;
            if (IsFree(company))
            {
                running.Add(company);
                waiting.Remove(place);
                turn.TrySetResult();
            }
            else if (company == Guid.Empty)
                break;
        }
        waits = waiting.Count;
    }
}
