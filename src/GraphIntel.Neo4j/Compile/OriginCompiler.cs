using GraphIntel.Core.Planning;

namespace GraphIntel.Neo4j.Compile;

/// <summary>The variable outside of a source from which it starts; null if there is none.</summary>
internal sealed class OriginCompiler(CypherCompiler compiler) : ISourceVisitor<NoArgument, string?>
{
    /// <summary>The variable from which a source starts; null if there is none.</summary>
    public string? Compile(Source source) => source.Accept(this, default);

    string? ISourceVisitor<NoArgument, string?>.Visit(LookupSource lookup, NoArgument none) => HolderOf(lookup.Id);

    string? ISourceVisitor<NoArgument, string?>.Visit(ScanSource scan, NoArgument none) => null;

    string? ISourceVisitor<NoArgument, string?>.Visit(HopSource hop, NoArgument none) => compiler.VariableOf(hop.Origin);

    string? ISourceVisitor<NoArgument, string?>.Visit(WalkSource walk, NoArgument none) => compiler.VariableOf(walk.Start?.Of ?? (Alias)walk.Origin);

    string? ISourceVisitor<NoArgument, string?>.Visit(RefersBySource by, NoArgument none) => HolderOf(by.Id);

    string? ISourceVisitor<NoArgument, string?>.Visit(RefersToSource to, NoArgument none) => compiler.VariableOf(to.Origin);

    string? ISourceVisitor<NoArgument, string?>.Visit(EndSource end, NoArgument none) => compiler.VariableOf(end.Origin);

    string? ISourceVisitor<NoArgument, string?>.Visit(GroupNodeSource group, NoArgument none) => compiler.VariableOf(group.Key);

    string? ISourceVisitor<NoArgument, string?>.Visit(KeptSource kept, NoArgument none) => Compile(compiler.KeptOf(kept.Node));

    /// <summary>The variable that holds an id; null for a parameter, which every subquery sees.</summary>
    private string? HolderOf(Operand id) => id switch
    {
        IdOperand own => compiler.VariableOf(own.Of),
        PropertyOperand property => compiler.VariableOf(property.Of),
        ListedIdOperand listed => compiler.BindingOf(listed.Number).Variable,
        _ => null,
    };
}
