package dev.gatehouse.model.access;
/** TODO */
public record RuleSet(String origin) {}
