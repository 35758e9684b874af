using GraphIntel.Core.Model;
using GraphIntel.Core.Schema;

namespace GraphIntel.Core.Planning;

/// <summary>
/// Plans the connection at the root of an operation for an export of its rows: a page of <c>nodes</c> or <c>edges</c> with what is
/// needed to read the next one, or the number of rows. Its other fields are left out.
/// </summary>
internal sealed class RowsPlanner(Planner planner, ConnectionPlanner connections, PlanPurpose purpose)
{
    private readonly PlanBuilder _plan = planner.Builder;

    /// <summary>Plans the connection.</summary>
    public ConnectionSlot Plan(SelectedField field, Source source)
    {
        var children = connections.Children(field);
        var items = children.FindAll(child => ConnectionPlanner.ConnectionFieldOf(child) is ConnectionField.Nodes or ConnectionField.Edges);
        if (items.Count != 1)
        {
            _plan.AddError(
                field.Context.Location,
                $"An export of rows needs one selection of the rows of `{field.Context.ResponseKey}`: either `nodes` or `edges`, once.");
        }
        if (planner.Argument(field, ArgumentNames.Last) is { } last)
            _plan.AddError(last.Location, "An export reads its rows forward: leave out `last`, and reverse `order` to begin with the last rows.");
        var page = Page(field, source);
        ConnectionPart[] parts = purpose == PlanPurpose.RowCount
            ? [new TotalPart(Added(field, "Int!"), _plan.NotNegative(ExportPlan.Variable(field.Context, ExportPlan.AtMost), ArgumentNames.AtMost))]
            : [.. items.Take(1).Select(part => connections.Items(part, source, page)), PageInfo(field)];
        return new ConnectionSlot(
            field.Context, source, page, parts, ConnectionRead.Of(source, page, parts, hasCursors: purpose != PlanPurpose.RowCount));
    }

    /// <summary>Reports what keeps an operation from being exported as rows.</summary>
    public static void Check(IReadOnlyList<Slot> slots, GraphModel model, PlanBuilder plan)
    {
        if (slots is [ConnectionSlot])
            return;
        var need = $"An export of rows needs one connection at the root of its operation, such as `{{ {model.Nodes[0].Plural} {{ nodes {{ id }} }} }}`";
        var names = string.Join(", ", slots.Select(slot => $"`{slot.ResponseKey}`"));
        plan.AddError(
            slots.Count == 0 ? default : slots[^1].Context.Location,
            slots.Count switch
            {
                0 => $"{need}; this operation selects nothing.",
                1 => $"{need}; {names} is not a connection.",
                _ => $"{need}; this operation has {slots.Count} fields there: {names}. Export them one by one.",
            });
    }

    private Page Page(SelectedField field, Source source)
    {
        var (keys, fingerprint) = connections.Order(field, source);
        var first = planner.Argument(field, ArgumentNames.First) as ScalarInput;
        var (size, limit) = (_plan.Parameter(ScalarKind.Int), _plan.Parameter(ScalarKind.Int));
        _plan.Bindings.Add(new PageBinding(
            size,
            limit,
            first?.Source ?? new ConstantSource(PageLimits.MaxSize),
            ArgumentNames.First,
            ReadsOneMore: true,
            first?.Location ?? field.Context.Location));
        var after = purpose == PlanPurpose.NextRows
            ? _plan.Cursor(ExportPlan.Variable(field.Context, ExportPlan.After), ArgumentNames.After, fingerprint, keys)
            : connections.Bound(field, ArgumentNames.After, fingerprint, keys);
        var before = connections.Bound(field, ArgumentNames.Before, fingerprint, keys);
        return new Page(keys, fingerprint, IsBackward: false, ReadsOneMore: true, size, limit, after, before);
    }

    private static PageInfoPart PageInfo(SelectedField field) => new(
        Added(field, "PageInfo!"),
        [
            new PageInfoValue(ExportPlan.Field(field.Context, ExportPlan.More, "Boolean!"), PageInfoKind.More, ""),
            new PageInfoValue(ExportPlan.Field(field.Context, ExportPlan.End, "String"), PageInfoKind.EndCursor, ""),
        ]);

    private static FieldContext Added(SelectedField field, string type) => ExportPlan.Field(field.Context, ExportPlan.Added, type);
}
